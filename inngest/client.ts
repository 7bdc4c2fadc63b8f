/** The one client of the job engine, as functions and their door use it. */
export { inngest } from '@/lib/providers/inngest/client';
