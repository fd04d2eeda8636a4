import type { Words } from '../texts.ts';

/** What a refusal was measured by, in the order in which a page lists it; values without a label are the portal's own. */
export const REFUSAL_INPUTS: Readonly<Record<string, Words>> = {
  receivedAt: { kk: 'Портал алған уақыт', ru: 'Получено порталом', en: 'Received by the portal' },
  opensAt: { kk: 'Қабылдаудың басталуы', ru: 'Начало приёма', en: 'Start of the window' },
  closesAt: { kk: 'Қабылдаудың аяқталуы', ru: 'Окончание приёма', en: 'End of the window' },
  earliest: { kk: 'Ең ерте мүмкін уақыт', ru: 'Самое раннее допустимое', en: 'Earliest allowed' },
  days: { kk: 'Толық жұмыс күні, кемінде', ru: 'Полных рабочих дней, не меньше', en: 'Full working days, at least' },
  at: { kk: 'Күні мен уақыты', ru: 'Дата и время', en: 'Date and time' },
  since: { kk: 'Тоқтатыла тұрған уақыты', ru: 'Приостановлена', en: 'Suspended since' },
  year: { kk: 'Күнтізбеде жоқ жыл', ru: 'Год, которого нет в календаре', en: 'Year that the calendar lacks' },
  date: { kk: 'Актінің күні', ru: 'Дата акта', en: 'Date of the act' },
  today: { kk: 'Бүгін', ru: 'Сегодня', en: 'Today' },
  price: { kk: 'Ұсынылған баға', ru: 'Предложенная цена', en: 'Price offered' },
  amount: { kk: 'Сатып алу үшін бөлінген сома', ru: 'Сумма, выделенная для закупки', en: 'Amount of the lot' },
  lot: { kk: 'Лот', ru: 'Лот', en: 'Lot' },
  lots: { kk: 'Лоттар', ru: 'Лоты', en: 'Lots' },
  announcement: { kk: 'Хабарландыру', ru: 'Объявление', en: 'Announcement' },
  number: { kk: 'Хабарландырудың нөмірі', ru: 'Номер объявления', en: 'Number of the announcement' },
  status: { kk: 'Қазіргі мәртебе', ru: 'Нынешний статус', en: 'Present status' },
  action: { kk: 'Әрекет', ru: 'Действие', en: 'Act' },
  who: { kk: 'Орындай алатын рөлдер', ru: 'Кому доступно', en: 'Open to' },
  signer: { kk: 'Қол қойған', ru: 'Подписал', en: 'Signed by' },
  bin: { kk: 'Сертификаттағы БСН', ru: 'БИН в сертификате', en: 'BIN of the certificate' },
  validFrom: { kk: 'Сертификаттың басталуы', ru: 'Сертификат действует с', en: 'Certificate valid from' },
  validTo: { kk: 'Сертификаттың аяқталуы', ru: 'Сертификат действует до', en: 'Certificate valid until' },
};
