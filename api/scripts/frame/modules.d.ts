declare module 'govuk-frontend' {
  export function initAll(config?: { scope?: Element | Document }): void;
}
declare module '@ministryofjustice/frontend' {
  export function initAll(scope?: { scope?: Element | Document } | Element | Document): void;
}
