import { words } from './refusals/sentences.ts';
import type { Words } from './texts.ts';

/** A single source that could not be published by itself (ADR 0015). */
export const UNPUBLISHED = {
  heading: words('Бір көзден сатып алудың жобасы', 'Проект закупки из одного источника', 'Draft of a single-source procurement'),
  lead: words(
    'Портал бұл хабарландыруды автоматты түрде құрды, бірақ жариялай алмады.',
    'Портал создал это объявление автоматически, но опубликовать не смог.',
    'The portal made this announcement by itself but could not publish it.',
  ),
  waiting: words('Хабарландыру жариялануда.', 'Объявление публикуется.', 'The announcement is being published.'),
  ways: words(
    'Себебі жойылғаннан кейін жобаны өзіңіз жариялаңыз. Сатып алу қажет болмаса, жобаны жойыңыз.',
    'Когда причина устранена, опубликуйте проект сами. Если закупка не нужна, удалите проект.',
    'When the cause is gone, publish the draft yourself. If the procurement is not needed, delete the draft.',
  ),
  author: words(
    'Жариялай немесе жоя алатын автор: {who}',
    'Опубликовать или удалить может автор: {who}',
    'Only the author may publish or delete it: {who}',
  ),
  publishWarning: words(
    'Шақырылған өнім берушіге хабарлама жіберіледі. Жарияланған хабарландыруды өзгертуге болмайды.',
    'Приглашенный поставщик получит уведомление. Опубликованное объявление не редактируется.',
    'The invited supplier is told. A published announcement cannot be edited.',
  ),
  delete: words('Жобаны жою', 'Удалить проект', 'Delete the draft'),
  deleteWarning: words(
    'Жоба қалпына келтірілмейді. Лоттар өткізілмеген сатып алуда қалады: оларды болдырмауға немесе қайта сатып алуға болады.',
    'Проект не восстановить. Лоты останутся в несостоявшейся закупке: их можно отменить или закупить повторно.',
    'The draft cannot be restored. The lots stay with the failed procurement: they may be cancelled or bought in a repeat purchase.',
  ),
  notPublished: words('жарияланбаған жоба', 'проект, не опубликована', 'draft, not published'),
  deleted: words('жоба жойылды', 'проект удалён', 'the draft was deleted'),
} satisfies Record<string, Words>;
