/** Who may import whom. Each room reads only the rooms named here; `test/architecture.test.ts` plants a violation of every rule. */
const ROOMS = '^(domain|workflows|activities|db|templates|api|trust|watch|tools|test|bench)/';

const ALLOWED = {
  workflows: ['^domain/'],
  activities: ['^(domain|db|templates|trust|watch)/', '^workflows/(messages|engine)\\.ts$'],
  db: ['^domain/'],
  templates: ['^domain/'],
  api: ['^(domain|templates|trust|db|watch)/', '^workflows/(messages|engine)\\.ts$'],
  trust: ['^domain/(canonical|storable)\\.ts$'],
  watch: ['^db/'],
};

const readsOnly = Object.entries(ALLOWED).map(([room, allowed]) => ({
  name: `${room}-reads-only-its-own`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: {
    path: ROOMS,
    pathNot: [`^${room}/`, ...allowed],
    // Workflows know the types of activities, never their code.
    ...(room === 'workflows' ? { dependencyTypesNot: ['type-only'] } : {}),
  },
}));

const FREE = '^(tools|test|bench)/';
const packageOnlyIn = (name, packages, ...places) => ({
  name: `${name}-only-in-its-place`,
  severity: 'error',
  from: { pathNot: [FREE, ...places] },
  to: { path: `(^|node_modules/)(${packages})(/|$)`, dependencyTypesNot: ['local', 'core'] },
});

module.exports = {
  forbidden: [
    ...readsOnly,
    {
      name: 'workflows-know-only-types-of-activities',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^(db|templates|api|trust|watch|tools|test|bench)/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: ['^domain/', '(^|node_modules/)zod(/|$)'] },
    },
    {
      name: 'workflows-only-the-workflow-sdk',
      severity: 'error',
      // What all cases share is loaded by one module, the library of schemas with it.
      from: { path: '^workflows/', pathNot: '^workflows/(engine|preloaded)\\.ts$' },
      to: { path: 'node_modules/', pathNot: 'node_modules/@temporalio/(workflow|common)/' },
    },
    {
      name: 'workflows-without-node',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { dependencyTypes: ['core'] },
    },
    packageOnlyIn('temporal-client', '@temporalio/client', '^workflows/engine\\.ts$'),
    packageOnlyIn('temporal-worker', '@temporalio/(worker|activity)', '^activities/'),
    packageOnlyIn('express', 'express|express-session', '^api/'),
    packageOnlyIn('sql', 'pg|drizzle-orm', '^db/', '^drizzle\\.config\\.ts$'),
    packageOnlyIn('handlebars', 'handlebars', '^templates/render\\.ts$'),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'nothing-unknown', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
