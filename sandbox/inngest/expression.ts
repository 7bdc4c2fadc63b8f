/**
 * The part of the Common Expression Language that functions use in `if`, `match` and `key`: literals,
 * `event.data.x`, `async.data["x"]`, `== != < <= > >= && || ! + in`, and parentheses.
 * A field that is missing is null.
 */
type Variables = Readonly<Record<string, unknown>>;
type Evaluate = (variables: Variables) => unknown;
type Tokens = { readonly list: readonly string[]; next: number };

const TOKEN =
  /\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\d+(?:\.\d+)?|[A-Za-z_]\w*|==|!=|<=|>=|&&|\|\||[<>!+().[\],])/y;
const PRECEDENCE: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>=', 'in'],
  ['+'],
];

/**
 * The value of `source` for these variables.
 * @throws SyntaxError where the text is outside the supported part of the language.
 */
export function evaluate(source: string, variables: Variables): unknown {
  const tokens: Tokens = { list: tokenize(source), next: 0 };
  const expression = binary(tokens, 0);
  if (tokens.next < tokens.list.length)
    throw new SyntaxError(`Unexpected "${tokens.list[tokens.next]}": ${source}`);
  return expression(variables);
}

/** Whether the condition holds; a missing condition always does. */
export function holds(source: string | null | undefined, variables: Variables): boolean {
  return source ? evaluate(source, variables) === true : true;
}

/** The value of a key expression as text, for grouping. */
export function keyOf(source: string | null | undefined, variables: Variables): string {
  return source ? String(evaluate(source, variables)) : '';
}

function tokenize(source: string): string[] {
  const tokens: string[] = [];
  const text = source.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match?.[1]) throw new SyntaxError(`Cannot read "${text.slice(start)}" in: ${source}`);
    tokens.push(match[1]);
  }
  return tokens;
}

function binary(tokens: Tokens, level: number): Evaluate {
  const operators = PRECEDENCE[level];
  if (!operators) return unary(tokens);
  let left = binary(tokens, level + 1);
  for (let operator = peek(tokens); operator && operators.includes(operator); operator = peek(tokens)) {
    tokens.next += 1;
    left = combine(operator, left, binary(tokens, level + 1));
  }
  return left;
}

function combine(operator: string, left: Evaluate, right: Evaluate): Evaluate {
  switch (operator) {
    case '||':
      return (v) => left(v) === true || right(v) === true;
    case '&&':
      return (v) => left(v) === true && right(v) === true;
    case '==':
      return (v) => left(v) === right(v);
    case '!=':
      return (v) => left(v) !== right(v);
    case 'in':
      return (v) => contains(right(v), left(v));
    case '+':
      return (v) => add(left(v), right(v));
    default:
      return (v) => compare(operator, left(v), right(v));
  }
}

function unary(tokens: Tokens): Evaluate {
  const token = take(tokens);
  if (token === '!') {
    const operand = unary(tokens);
    return (v) => operand(v) !== true;
  }
  return path(tokens, primary(tokens, token));
}

function primary(tokens: Tokens, token: string): Evaluate {
  if (token === '(') {
    const inner = binary(tokens, 0);
    expectToken(tokens, ')');
    return inner;
  }
  if (token === '[') return list(tokens);
  if (/^["']/.test(token)) return constant(token.slice(1, -1).replace(/\\(.)/g, '$1'));
  if (/^\d/.test(token)) return constant(Number(token));
  if (token === 'true' || token === 'false') return constant(token === 'true');
  if (token === 'null') return constant(null);
  if (/^[A-Za-z_]/.test(token)) return (v) => field(v, token);
  throw new SyntaxError(`Unexpected "${token}"`);
}

function list(tokens: Tokens): Evaluate {
  const items: Evaluate[] = [];
  while (peek(tokens) !== ']') {
    items.push(binary(tokens, 0));
    if (peek(tokens) === ',') tokens.next += 1;
  }
  expectToken(tokens, ']');
  return (v) => items.map((item) => item(v));
}

function path(tokens: Tokens, start: Evaluate): Evaluate {
  let value = start;
  for (let token = peek(tokens); token === '.' || token === '['; token = peek(tokens)) {
    tokens.next += 1;
    const of = value;
    const name = token === '.' ? constant(take(tokens)) : binary(tokens, 0);
    if (token === '[') expectToken(tokens, ']');
    value = (v) => field(of(v), String(name(v)));
  }
  return value;
}

const constant =
  (value: unknown): Evaluate =>
  () =>
    value;

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
  return (value as Record<string, unknown>)[name] ?? null;
}

function contains(container: unknown, item: unknown): boolean {
  if (Array.isArray(container)) return container.includes(item);
  return typeof container === 'object' && container !== null && Object.hasOwn(container, String(item));
}

function add(left: unknown, right: unknown): unknown {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  return `${left}${right}`;
}

function compare(operator: string, left: unknown, right: unknown): boolean {
  const bothNumbers = typeof left === 'number' && typeof right === 'number';
  if (!bothNumbers && !(typeof left === 'string' && typeof right === 'string')) return false;
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : left >= right;
}

const peek = (tokens: Tokens): string | undefined => tokens.list[tokens.next];

function take(tokens: Tokens): string {
  const token = tokens.list[tokens.next];
  if (token === undefined) throw new SyntaxError('Unexpected end of expression');
  tokens.next += 1;
  return token;
}

function expectToken(tokens: Tokens, expected: string): void {
  const token = take(tokens);
  if (token !== expected) throw new SyntaxError(`Expected "${expected}", found "${token}"`);
}
