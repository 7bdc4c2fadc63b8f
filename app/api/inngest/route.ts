import { serve } from 'inngest/next';
import { inngest } from '@/inngest/client';
import { functions } from '@/inngest/functions';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';
export const maxDuration = 60;

/** The door through which the job engine runs our functions; the SDK verifies its signature. */
export const { GET, POST, PUT } = serve({ client: inngest, functions });
