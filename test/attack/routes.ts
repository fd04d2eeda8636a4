import type { Express } from 'express';
import { API_ROUTES } from '../../api/api-v1/list.ts';
import type { ApiRoute } from '../../api/api-v1/route.ts';

/** A route as it is registered; its pattern is the path, or the source of a regular expression. */
export interface Route {
  method: string;
  pattern: string;
  /** Names of the parameters of the path, in order. */
  parameters: string[];
}

interface Layer {
  name?: string;
  route?: { path: string | RegExp | (string | RegExp)[]; methods: Record<string, boolean> };
  handle?: { stack?: Layer[] };
}

/** Every route of the application. @throws Error on a nested router: its routes could not be named here */
export function routesOf(app: Express): Route[] {
  const { stack } = app.router as { stack: Layer[] };
  return stack.flatMap(({ name, route, handle }) => {
    if (handle?.stack) throw new Error(`a nested router (${name ?? 'unnamed'}): name its routes here too`);
    if (!route) return [];
    return [route.path].flat().flatMap((path) => {
      const pattern = path instanceof RegExp ? path.source.replaceAll('\\/', '/') : path;
      const named = path instanceof RegExp ? /\(\?<(\w+)>/g : /[:*](\w+)/g;
      const parameters = [...pattern.matchAll(named)].map(([, parameter]) => parameter!);
      const methods = Object.keys(route.methods).filter((method) => route.methods[method] && method !== '_all');
      return methods.map((method) => ({ method: method.toUpperCase(), pattern, parameters }));
    });
  });
}

/** What the API says of a route of its own; of a page it says nothing. */
export const declarationOf = ({ method, pattern }: Pick<Route, 'method' | 'pattern'>): ApiRoute | undefined =>
  API_ROUTES.find((each) => each.method.toUpperCase() === method && each.path.replace(/\{(\w+)\}/g, ':$1') === pattern);

export const nameOf = ({ method, pattern }: Route): string => `${method} ${pattern}`;

/** The path with these values in it, encoded as a browser would. */
export function pathOf({ pattern }: Route, values: Record<string, string>): string {
  if (pattern.startsWith('^')) {
    return pattern
      .replace(/^\^|\$$/g, '')
      .replace(/\(\?:([^|()]*)\|[^()]*\)/g, '$1')
      .replace(/\(\?<(\w+)>(?:\[[^\]]*\]|[^()])*\)/g, (_group, name: string) => encodeURIComponent(values[name] ?? ''))
      .replaceAll('\\.', '.');
  }
  return pattern.replace(/[:*](\w+)/g, (_colon, name: string) => encodeURIComponent(values[name] ?? ''));
}
