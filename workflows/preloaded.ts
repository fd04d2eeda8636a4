import { regexes, z } from 'zod';
import * as inputs from '../domain/procurement/actions/input.ts';
import './index.ts';
import '../domain/procurement/evolve.ts';
import '../domain/procurement/methods/index.ts';
import '../domain/procurement/protocols.ts';
import '../domain/procurement/single-source-after.ts';

/*
 * What all workflows of a worker share: loaded once and frozen before the first of them begins. Otherwise every case would load the
 * library of schemas, the domain and its running order anew, some megabytes each. No module that keeps anything of a case is here.
 *
 * A schema settles itself at its first use, and what is frozen cannot: the SDK's freezing stops at what is frozen already, so the holders
 * of schemas are frozen here, or where they are made (`action`), and the schemas in them are not (ADR 0025).
 */
// The library settles its defaults with its first schemas.
z.object({ name: z.array(z.string()) }).safeParse({ name: [''] });
// Patterns are written to when they are used.
Object.freeze(regexes);
Object.freeze(inputs);

/*
 * Frames of a stack, of an error and of every promise: the SDK takes one for each and looks up each frame in the sources. With the ten of
 * V8 that is a third of what a case costs; the nearest ones tell the place.
 */
Error.stackTraceLimit = 5;
