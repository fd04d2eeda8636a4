import type { Words } from './texts.ts';

/** Pages that say no without a form: what happened, what to do now. */
export const ERROR_PAGES = {
  'not-found': {
    heading: { kk: 'Бет табылмады', ru: 'Страница не найдена', en: 'Page not found' },
    what: {
      kk: 'Бұл мекенжайда бет жоқ. Мекенжайдың толық көшірілгенін тексеріңіз.',
      ru: 'По этому адресу страницы нет. Проверьте, полностью ли скопирован адрес.',
      en: 'There is no page at this address. Check that the address was copied whole.',
    },
  },
  'form-expired': {
    heading: { kk: 'Пішіннің мерзімі өтті', ru: 'Форма устарела', en: 'The form has expired' },
    what: {
      kk: 'Әрекет орындалған жоқ: бет тым ұзақ ашық тұрған немесе сұрау басқа сайттан келген.',
      ru: 'Действие не выполнено: страница была открыта слишком долго или запрос пришёл с другого сайта.',
      en: 'Nothing was done: the page stood open for too long, or the request came from another site.',
    },
  },
  'sign-in-required': {
    heading: { kk: 'Порталға кіру қажет', ru: 'Нужен вход на портал', en: 'Sign in first' },
    what: {
      kk: 'Бұл әрекет порталға кіргеннен кейін ашылады.',
      ru: 'Это действие доступно после входа на портал.',
      en: 'This is available after signing in.',
    },
  },
  'not-your-role': {
    heading: { kk: 'Бұл рөлге ашық емес', ru: 'Недоступно в этой роли', en: 'Not available in this role' },
    what: {
      kk: 'Бұл бет сіздің қазіргі рөліңізге ашылмайды. Рөлді ауыстырып көріңіз.',
      ru: 'Эта страница не открывается в роли, в которой вы действуете. Смените роль, если у вас есть другая.',
      en: 'This page does not open in the role you act in. Change the role if you have another one.',
    },
  },
  'too-large': {
    heading: { kk: 'Тым үлкен', ru: 'Слишком большой объём', en: 'Too large' },
    what: {
      kk: 'Жіберілген деректер рұқсат етілген көлемнен асады, сақталған жоқ. Бір файлдың шегі: 20 МБ.',
      ru: 'Отправленное больше допустимого и не сохранено. Предел для одного файла: 20 МБ.',
      en: 'What was sent is larger than allowed and was not stored. Limit for one file: 20 MB.',
    },
  },
  'address-too-long': {
    heading: { kk: 'Мекенжай тым ұзын', ru: 'Адрес слишком длинный', en: 'The address is too long' },
    what: {
      kk: 'Портал 8000 таңбадан ұзын мекенжайды қабылдамайды, ештеңе өзгерген жоқ. Іздеу шарттарын азайтыңыз немесе бетті басынан ашыңыз.',
      ru: 'Портал не принимает адреса длиннее 8000 знаков; ничего не изменилось. Сократите условия поиска или откройте страницу заново.',
      en: 'The portal takes no address of more than 8,000 characters; nothing was changed. Search for less at a time, or open the page anew.',
    },
  },
  'bad-request': {
    heading: { kk: 'Сұрау түсініксіз', ru: 'Запрос не разобран', en: 'The request could not be read' },
    what: {
      kk: 'Портал сұрауды оқи алмады, ештеңе өзгерген жоқ. Бетке оралып, қайта жіберіңіз.',
      ru: 'Портал не смог прочитать запрос, ничего не изменилось. Вернитесь на страницу и отправьте ещё раз.',
      en: 'The portal could not read the request; nothing was changed. Go back to the page and send it again.',
    },
  },
  'method-not-allowed': {
    heading: { kk: 'Мұнда бұлай сұрауға болмайды', ru: 'Здесь так не запрашивают', en: 'Not asked like this here' },
    what: {
      kk: 'Бұл мекенжай мұндай әдісті қабылдамайды; қабылданатындары Allow өрісінде.',
      ru: 'Этот адрес не принимает такой метод; принимаемые названы в поле Allow.',
      en: 'This address does not take this method; those it takes are named in the header Allow.',
    },
  },
  'unsupported-media-type': {
    heading: { kk: 'Деректер басқа түрде жіберілген', ru: 'Данные в другом формате', en: 'Sent in another form' },
    what: {
      kk: 'Сұраудың денесі күтілген форматта емес, ештеңе өзгерген жоқ. Content-Type өрісін тексеріңіз.',
      ru: 'Тело запроса не в том формате, который здесь принимают; ничего не изменилось. Проверьте поле Content-Type.',
      en: 'The body is not in the form taken here; nothing was changed. Check the header Content-Type.',
    },
  },
  unavailable: {
    heading: { kk: 'Портал уақытша қолжетімсіз', ru: 'Портал временно недоступен', en: 'The portal is unavailable for a while' },
    what: {
      kk: 'Порталдың бір бөлігі жауап бермейді немесе сақтауға орын жоқ. Бұл сұрау орындалмады. Бұрын қабылданғанның бәрі сақталған, мерзімдер өзгерген жоқ. Бір минуттан кейін қайталаңыз.',
      ru: 'Одна из частей портала не отвечает или некуда сохранить. Этот запрос не выполнен. Принятое ранее сохранено, сроки не изменились. Повторите через минуту.',
      en: 'A part of the portal does not answer, or there is no room to store. This request was not carried out. What was accepted before is kept, deadlines have not changed. Try again in a minute.',
    },
  },
  failure: {
    heading: { kk: 'Портал жауап бере алмады', ru: 'Портал не смог ответить', en: 'The portal could not answer' },
    what: {
      kk: 'Ақаулық портал жағында. Берілген ұсыныстар мен қолтаңбалар сақталады, мерзімдер өзгермейді. Бірнеше минуттан кейін қайталаңыз.',
      ru: 'Сбой на стороне портала. Принятые предложения и подписи сохранены, сроки не изменились. Повторите через несколько минут.',
      en: 'The fault is on our side. What was accepted and signed is kept, deadlines have not changed. Try again in a few minutes.',
    },
  },
} satisfies Record<string, { heading: Words; what: Words }>;
export type ErrorPage = keyof typeof ERROR_PAGES;

export const ERROR_KINDS = Object.keys(ERROR_PAGES) as ErrorPage[];

export const ERROR_LINKS = {
  toStart: { kk: 'Басты бетке', ru: 'На главную', en: 'To the first page' },
  toLots: { kk: 'Лоттарды іздеу', ru: 'Искать лоты', en: 'Search lots' },
  back: { kk: 'Бетке оралу', ru: 'Вернуться на страницу', en: 'Back to the page' },
  request: { kk: 'Сұрау нөмірі', ru: 'Номер обращения', en: 'Request number' },
} satisfies Record<string, Words>;
