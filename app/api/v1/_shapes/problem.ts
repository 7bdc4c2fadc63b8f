import { z } from 'zod';

export const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'Stable: programs may rely on it.' }),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    errors: z
      .record(z.string(), z.array(z.object({ code: z.string() }).loose()))
      .optional()
      .meta({ description: 'Problems by path of the field.' }),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });
