/** A decoded form: Stripe's `a[b][0][c]=d` as nested records; arrays arrive as records keyed `0`, `1`, … */
export type Form = { [key: string]: string | Form };

const MAX_DEPTH = 8;

/** Decodes a form body or a query string. */
export function parseForm(text: string): Form {
  const form: Form = Object.create(null) as Form;
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split('[').map((part) => part.replace(/\]$/, ''));
    put(form, path.slice(0, MAX_DEPTH), value);
  }
  return form;
}

function put(form: Form, path: readonly string[], value: string): void {
  const [head = '', ...rest] = path;
  const key = head === '' ? String(Object.keys(form).length) : head;
  if (rest.length === 0) {
    form[key] = value;
    return;
  }
  const inner = form[key];
  const next = typeof inner === 'object' ? inner : (Object.create(null) as Form);
  form[key] = next;
  put(next, rest, value);
}

/** The items of an indexed array, in order. */
export function items(value: string | Form | undefined): (string | Form)[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [value];
  return Object.keys(value)
    .sort((a, b) => Number(a) - Number(b))
    .map((key) => value[key] ?? '');
}
