import type { z } from 'zod';
import { answered, type OperatorAnswer, problem } from './answer';
import type { OperatorHold, OperatorSailing } from './words';

/** What an operator sent, proved to be what it should; fields that nobody knows of are let through unread. */
export function read<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): OperatorAnswer<z.output<Schema>> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return answered(parsed.data);
  const [first] = parsed.error.issues;
  return wrongAnswer(`${first?.path.join('.')}: ${first?.message}`);
}

/** The same of a text that should be JSON. */
export function readText<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
): OperatorAnswer<z.output<Schema>> {
  try {
    return read(schema, JSON.parse(text));
  } catch {
    return wrongAnswer('not JSON');
  }
}

/** An answer that cannot be believed; what it answers may have been done. */
export function wrongAnswer(why: string) {
  return problem({ kind: 'wrong-answer', why, effect: 'unknown' });
}

/** The value of an answer as something else; a problem stays what it is. */
export function mapped<T, U>(answer: OperatorAnswer<T>, turn: (value: T) => U): OperatorAnswer<U> {
  return answer.ok ? answered(turn(answer.value)) : answer;
}

/** Goes on with the value of an answer; a problem ends it. */
export function andThen<T, U>(
  answer: OperatorAnswer<T>,
  go: (value: T) => OperatorAnswer<U>,
): OperatorAnswer<U> {
  return answer.ok ? go(answer.value) : answer;
}

/** All values, or the first problem among them. */
export function allOf<T>(answers: readonly OperatorAnswer<T>[]): OperatorAnswer<T[]> {
  const values: T[] = [];
  for (const answer of answers) {
    if (!answer.ok) return answer;
    values.push(answer.value);
  }
  return answered(values);
}

/** A hold whose lines add up to its total. One that contradicts itself is no answer: we would be charged we know not what. */
export function checkedHold(hold: OperatorHold): OperatorAnswer<OperatorHold> {
  const sum = hold.lines.reduce((total, line) => total + line.totalCents, 0);
  return sum === hold.totalCents ? answered(hold) : wrongAnswer('the lines do not add up to the total');
}

/** Each sailing once, in order of departure, however often and in whatever order it was told. */
export function eachOnce<T>(items: readonly T[], sailingOf: (item: T) => OperatorSailing): T[] {
  const byRef = new Map(items.map((item) => [sailingOf(item).sailingRef, item]));
  return [...byRef.values()].sort(
    (a, b) => sailingOf(a).departsAt.getTime() - sailingOf(b).departsAt.getTime(),
  );
}

/** Items under the product's codes, without those that it has no word for. */
export function known<Item, Code, Mapped>(
  items: readonly Item[],
  codeOf: (item: Item) => Code | undefined,
  turn: (code: Code, item: Item) => Mapped,
): Mapped[] {
  return items.flatMap((item) => {
    const code = codeOf(item);
    return code === undefined ? [] : [turn(code, item)];
  });
}
