import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';

/** Everything that people read is made here: pages, documents, letters. The only place that knows Handlebars. */
const ROOT = path.dirname(fileURLToPath(import.meta.url));

/** Folders whose templates are partials, called by their file name: `partials/tag.hbs` is `{{> tag}}`. */
const PARTIAL_FOLDERS = ['partials', 'documents/partials'];

/**
 * A field that the view lacks is an error, not an empty place in a document, and values are escaped as HTML.
 * (Inside `{{#if}}` and `{{#each}}` Handlebars lets a missing field pass as empty.)
 */
// An indented partial would indent what stands inside a text area, more with every showing.
const COMPILE: CompileOptions = { strict: true, noEscape: false, preventIndent: true };

let engine: typeof Handlebars | null = null;
const compiled = new Map<string, HandlebarsTemplateDelegate>();

/**
 * The text of a template.
 * @param name path below `templates/` without `.hbs`, as `pages/sign-in`
 * @param view what the template prints; made by the `.view.ts` beside it
 */
export function render(name: string, view: object): string {
  let template = compiled.get(name);
  if (!template) {
    template = handlebars().compile(readFileSync(path.join(ROOT, `${name}.hbs`), 'utf8'), COMPILE);
    compiled.set(name, template);
  }
  return template(view);
}

function handlebars(): typeof Handlebars {
  if (engine) return engine;
  const own = Handlebars.create();
  own.registerHelper('json', (value: unknown) => new Handlebars.SafeString(jsonForScript(value)));
  for (const { name, file } of partialFiles()) {
    if (own.partials[name]) throw new Error(`two partials are called ${name}`);
    own.registerPartial(name, own.compile(readFileSync(file, 'utf8'), COMPILE));
  }
  engine = own;
  return own;
}

/** JSON that may stand inside `<script type="application/json">`: no value can end the element. */
const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

function partialFiles(): { name: string; file: string }[] {
  return PARTIAL_FOLDERS.map((folder) => path.join(ROOT, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.hbs'))
        .map((file) => ({ name: path.basename(file, '.hbs'), file: path.join(folder, file) })),
    );
}
