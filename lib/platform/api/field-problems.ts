import type { z } from 'zod';
import type { FieldProblem } from '@/lib/kernel/errors';

/** Turns what zod found into problems by field path (`passengers.0.birthDate`); codes are zod's own, or the message where it is a code of ours. */
export function fieldProblems(error: z.ZodError): Record<string, FieldProblem[]> {
  const fields: Record<string, FieldProblem[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.') || '(body)';
    const code = /^[a-z][a-z0-9-]+$/.test(issue.message) ? issue.message : issue.code.replaceAll('_', '-');
    const problems = fields[path] ?? [];
    problems.push({ code });
    fields[path] = problems;
  }
  return fields;
}
