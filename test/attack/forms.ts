/** A form as a page shows it: where it goes and what its fields offer. */
export interface Form {
  method: string;
  action: string;
  multipart: boolean;
  /** Values a person could send, by name of the field; files have none. */
  fields: Map<string, string[]>;
}

const decoded = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x3D;', '=')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decoded(found);
};

/** Every form of a page. */
export function formsOf(html: string, page: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inside = '']) => {
    const fields = new Map<string, string[]>();
    const add = (name: string | undefined, value: string) => {
      if (name) fields.set(name, [...(fields.get(name) ?? []), value]);
    };
    for (const [input] of inside.matchAll(/<(?:input|button)\b[^>]*>/g))
      add(attribute(input, 'name'), attribute(input, 'value') ?? '');
    for (const [, area = '', value = ''] of inside.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
      add(attribute(` ${area}`, 'name'), decoded(value));
    for (const [, select = '', options = ''] of inside.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
      for (const [option] of options.matchAll(/<option\b[^>]*>/g))
        add(attribute(` ${select}`, 'name'), attribute(option, 'value') ?? '');
    }
    return {
      method: (attribute(tag, 'method') ?? 'get').toUpperCase(),
      action: attribute(tag, 'action') || page,
      multipart: attribute(tag, 'enctype') === 'multipart/form-data',
      fields,
    };
  });
}

/** Names of the parameters in the addresses a page links to, with a value each. */
export function parametersOf(html: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, href = ''] of html.matchAll(/(?:href|action)="([^"]*\?[^"]*)"/g)) {
    for (const [name, value] of new URLSearchParams(decoded(href).split('?')[1]))
      found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}
