import type { Text } from '../../parties.ts';

const company = (name: string): Text => ({ kk: `«${name}» АҚ`, ru: `АО «${name}»` });

/** Banks by their identification code (db/seeds/banks.csv), as a contract names them. */
const BANKS: Record<string, Text> = {
  HSBKKZKX: { kk: '«Қазақстан Халық Банкі» АҚ', ru: 'АО «Народный Банк Казахстана»' },
  CASPKZKA: company('Kaspi Bank'),
  KCJBKZKX: { kk: '«Банк ЦентрКредит» АҚ', ru: 'АО «Банк ЦентрКредит»' },
  IRTYKZKA: company('ForteBank'),
  EURIKZKA: { kk: '«Еуразиялық банк» АҚ', ru: 'АО «Евразийский Банк»' },
  BRKEKZKA: company('Bereke Bank'),
  KSNVKZKA: { kk: '«Фридом Банк Қазақстан» АҚ', ru: 'АО «Фридом Банк Казахстан»' },
  KINCKZKA: company('Bank RBK'),
  NURSKZKX: company('Нурбанк'),
  HCSKKZKA: {
    kk: '«Отбасы банк» тұрғын үй құрылыс жинақ банкі» АҚ',
    ru: 'АО «Жилищный строительный сберегательный банк «Отбасы банк»',
  },
  DVKAKZKA: { kk: '«Қазақстанның Даму Банкі» АҚ', ru: 'АО «Банк Развития Казахстана»' },
  SHBKKZKA: { kk: '«Шинхан Банк Қазақстан» АҚ', ru: 'АО «Шинхан Банк Казахстан»' },
  CITIKZKA: { kk: '«Ситибанк Қазақстан» АҚ', ru: 'АО «Ситибанк Казахстан»' },
  NBRKKZKX: { kk: '«Қазақстан Республикасының Ұлттық Банкі» РММ', ru: 'РГУ «Национальный Банк Республики Казахстан»' },
  KKMFKZ2A: {
    kk: '«Қазақстан Республикасы Қаржы министрлігінің Қазынашылық комитеті» РММ',
    ru: 'РГУ «Комитет казначейства Министерства финансов Республики Казахстан»',
  },
};

/** Name of the bank with this identification code; the code itself where the bank is not known. */
export const bankCalled = (bik: string): Text => BANKS[bik] ?? { kk: bik, ru: bik };
