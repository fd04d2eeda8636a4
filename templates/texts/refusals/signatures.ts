import { words, type RefusalWords } from './sentences.ts';

const signAgain = words('Құжатқа қайта қол қойыңыз.', 'Подпишите документ заново.', 'Sign the document again.');
const otherKey = words('Басқа ЭЦҚ кілтін таңдаңыз.', 'Выберите другой ключ ЭЦП.', 'Choose another signing key.');

/** Why an electronic signature was not accepted; the document is unchanged in every case. */
export const SIGNATURES = {
  'eds-malformed': {
    what: words('Қолтаңба файлы оқылмады.', 'Файл подписи не читается.', 'The signature file cannot be read.'),
    now: signAgain,
  },
  'eds-altered-bytes': {
    what: words(
      'Қолтаңба осы құжатқа сәйкес емес.',
      'Подпись сделана под другим содержанием.',
      'The signature belongs to another content.',
    ),
    why: words('Құжат өзгерген болуы мүмкін.', 'Документ мог измениться.', 'The document may have changed.'),
    now: signAgain,
  },
  'eds-expired': {
    what: words('Сертификаттың мерзімі өтті.', 'Срок сертификата истёк.', 'The certificate has expired.'),
    why: words('Жарамды болған мерзімі: {validTo}.', 'Сертификат действовал до: {validTo}.', 'Valid until: {validTo}.'),
    now: otherKey,
  },
  'eds-not-yet-valid': {
    what: words(
      'Сертификаттың мерзімі әлі басталған жоқ.',
      'Срок сертификата ещё не начался.',
      'The certificate is not valid yet.',
    ),
    why: words('Жарамды бола бастайды: {validFrom}.', 'Сертификат действует с: {validFrom}.', 'Valid from: {validFrom}.'),
    now: otherKey,
  },
  'eds-revoked': {
    what: words('Сертификат қайтарып алынған.', 'Сертификат отозван.', 'The certificate has been revoked.'),
    now: otherKey,
  },
  'eds-foreign-issuer': {
    what: words(
      'Сертификатты портал танымайтын орталық берген.',
      'Сертификат выдан центром, который портал не признаёт.',
      'The certificate was issued by a centre the portal does not accept.',
    ),
    now: otherKey,
  },
  'eds-no-revocation-list': {
    what: words(
      'Сертификатты тексеру мүмкін болмады, қолтаңба қабылданған жоқ.',
      'Сертификат не удалось проверить, подпись не принята.',
      'The certificate could not be checked; the signature was not accepted.',
    ),
    why: words('Қайтарып алу тізімі қолжетімсіз.', 'Список отзыва недоступен.', 'The revocation list is unreachable.'),
    now: words('Бірнеше минуттан кейін қайталаңыз.', 'Повторите через несколько минут.', 'Repeat in a few minutes.'),
  },
  'eds-not-for-signing': {
    what: words('Бұл кілт қол қоюға арналмаған.', 'Этот ключ не для подписи.', 'This key is not for signing.'),
    now: words(
      'Қол қою кілтін таңдаңыз.',
      'Выберите ключ подписи, а не входа.',
      'Choose the key for signing, not the one for signing in.',
    ),
  },
  'eds-wrong-person': {
    what: words(
      'Сертификат басқа тұлғаға берілген.',
      'Сертификат выдан другому человеку.',
      'The certificate belongs to another person.',
    ),
    why: words('Сертификат иесі: {signer}.', 'Владелец сертификата: {signer}.', 'Holder of the certificate: {signer}.'),
    now: words(
      'Өз ЭЦҚ-ңызбен қол қойыңыз. Құжат өзгерген жоқ.',
      'Подпишите своей ЭЦП. Документ не изменён.',
      'Sign with your own key. The document is unchanged.',
    ),
  },
  'eds-wrong-organization': {
    what: words(
      'Сертификат басқа ұйымға берілген.',
      'Сертификат выдан на другую организацию.',
      'The certificate belongs to another organization.',
    ),
    why: words('Сертификаттағы БСН: {bin}.', 'БИН в сертификате: {bin}.', 'BIN in the certificate: {bin}.'),
    now: otherKey,
  },
} satisfies Record<string, RefusalWords>;
