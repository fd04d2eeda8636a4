import type { Express } from 'express';
import { customersServedBy } from '../../db/draft-people.ts';
import { findOrganizations } from '../../db/lookups.ts';
import { addPlanItem, listPlanItems } from '../../db/plan-items.ts';
import { PLAN_ITEM_STATUSES, plannedAmount, readPlanItem, type Typed } from '../../domain/procurement/draft.ts';
import type { FieldError } from '../../templates/fields.ts';
import { money } from '../../templates/formats.ts';
import { planItemErrors, planItemFormView, planItemsView } from '../../templates/pages/plan-items.view.ts';
import { FRAME } from '../../templates/texts/frame.ts';
import { PLAN, UNITS } from '../../templates/texts/plan.ts';
import { fill, ofBoth } from '../../templates/texts/texts.ts';
import { sendPage, type Exchange } from '../page.ts';
import { formToken } from '../security.ts';
import type { Services } from '../services.ts';
import { actingRole, requireRole, sayDone, theActor } from '../session.ts';
import { valuesOf } from './draft-answers.ts';

/** The annual plan of an organization, as customer or as the organizer that buys for it (S1 §1.1). */
export function register(app: Express, services: Services): void {
  const buyer = requireRole('organizer', 'customer');

  app.get('/my/plan', buyer, async (req, res) => {
    const { language } = req;
    const text = typeof req.query['q'] === 'string' ? req.query['q'].slice(0, 200) : '';
    const status = PLAN_ITEM_STATUSES.find((each) => each === req.query['status']);
    const items = await listPlanItems(services.db.pool, { bin: theActor(req).bin ?? '', text, status });
    const organizations = await findOrganizations(services.db.pool, [...new Set(items.map((item) => item.customer))]);
    const heading = PLAN.title[language];
    await sendPage(
      { req, res, services },
      {
        name: 'pages/plan-items',
        head: { title: heading, heading, breadcrumbs: [{ href: '/my', text: FRAME.myCabinet[language] }, { text: heading }] },
        view: planItemsView({ language, role: actingRole(req)!, items, organizations, text, status: status ?? '' }),
      },
    );
  });

  app.get('/my/plan/new', buyer, (req, res) =>
    sendForm({ req, res, services }, { subjectKind: 'goods', customer: theActor(req).bin ?? '' }, []),
  );

  app.post('/my/plan', buyer, async (req, res) => {
    const { language } = req;
    const values = valuesOf(req);
    const read = readPlanItem(values, UNITS);
    if (!read.ok) return sendForm({ req, res, services }, values, planItemErrors(read.faults, language));
    const { item } = read;
    const organizer = item.organizer || item.customer;
    const served = await customersServedBy(services.db.pool, theActor(req).bin ?? '');
    const [known] = await findOrganizations(services.db.pool, [organizer]);
    if (!known || !served.some((each) => each.bin === item.customer)) {
      const field = known ? 'customer' : 'organizer';
      return sendForm({ req, res, services }, values, [{ field, href: `#${field}`, text: PLAN.unknownOrganizer[language] }]);
    }
    await addPlanItem(services.db.pool, { ...item, organizer });
    sayDone(
      req,
      fill(PLAN.added[language], { name: ofBoth(item.body.name, language), amount: money(plannedAmount(item.body), language) }),
    );
    res.redirect(303, '/my/plan');
  });
}

async function sendForm(exchange: Exchange, values: Typed, errors: FieldError[]): Promise<void> {
  const { req, services } = exchange;
  const { language } = req;
  const heading = PLAN.newTitle[language];
  const customers = await customersServedBy(services.db.pool, theActor(req).bin ?? '');
  await sendPage(exchange, {
    name: 'pages/plan-item-form',
    head: {
      ...{ title: heading, heading, errors },
      breadcrumbs: [
        { href: '/my', text: FRAME.myCabinet[language] },
        { href: '/my/plan', text: PLAN.title[language] },
        { text: heading },
      ],
    },
    view: planItemFormView({ language, csrf: formToken(req), values, errors, customers }),
    status: errors.length > 0 ? 422 : 200,
  });
}
