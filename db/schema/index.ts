export * from './cases.ts';
export * from './people.ts';
export * from './intake.ts';
export * from './api.ts';
export * from './operations.ts';
