/**
 * Canonical JSON, RFC 8785 restricted to what can be hashed without doubt: no floats, no undefined, no foreign objects.
 * Money and instants with fractions are written as strings. Throws TypeError on anything else: that is a bug of the caller,
 * or, for text parsed from outside, a reason to refuse it.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new TypeError('cannot be hashed: not a safe integer');
    return String(value);
  }
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return '[' + Array.from(value, canonical).join(',') + ']';
  if (isPlainObject(value)) {
    return (
      '{' +
      Object.keys(value)
        .sort()
        .map((key) => text(key) + ':' + canonical(value[key]))
        .join(',') +
      '}'
    );
  }
  throw new TypeError('cannot be hashed: ' + typeof value);
}

function text(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('cannot be hashed: lone surrogate');
  return JSON.stringify(value);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
