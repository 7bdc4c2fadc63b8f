import { builtFile } from '@/lib/platform/built-file';

/* The file is made after the build: read when it is asked for. */
export const dynamic = 'force-dynamic';

/** What programs may read, and where the sitemap is. */
export const GET = () => builtFile('robots.txt', 'text/plain; charset=utf-8');
