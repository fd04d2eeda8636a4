import { regexes, z } from 'zod';
import '../domain/procurement/evolve.ts';
import '../domain/procurement/methods/index.ts';
import '../domain/procurement/protocols.ts';
import '../domain/procurement/single-source-after.ts';

/*
 * What all workflows of a worker share: loaded once and frozen before the first of them begins. Otherwise every case would load the
 * library of schemas and most of the domain anew, some megabytes each. Schemas themselves change at their first use and stay with
 * their case, so no module that makes one is named here; nor is one that keeps anything of a case.
 */
// The library settles its defaults with its first schemas.
z.object({ name: z.array(z.string()) }).safeParse({ name: [''] });
// A pattern is written to when it is used: what is frozen already is not frozen any deeper.
Object.freeze(regexes);
