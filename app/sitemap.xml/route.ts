import { builtFile } from '@/lib/platform/built-file';

/* The file is made after the build: read when it is asked for. */
export const dynamic = 'force-dynamic';

/** The pages that may be found, with their addresses in all languages. */
export const GET = () => builtFile('sitemap.xml', 'application/xml; charset=utf-8');
