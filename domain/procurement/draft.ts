export * from './draft/body.ts';
export * from './draft/faults.ts';
export * from './draft/file-of-draft.ts';
export * from './draft/forms.ts';
export * from './draft/moments.ts';
export * from './draft/papers.ts';
export * from './draft/payloads.ts';
export * from './draft/plan-item.ts';
