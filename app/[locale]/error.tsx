'use client';

import { lazy, Suspense } from 'react';

/* Fetched when a page fails, not with every page. Where even that fails, `global-error` says so in its own few words. */
const FaultView = lazy(() => import('@/components/layout/fault-view'));

/** Stands in for a page that failed; trying again asks the server anew. */
export default function ErrorPage({ retry }: { readonly retry: () => void }) {
  return (
    <Suspense>
      <FaultView retry={retry} />
    </Suspense>
  );
}
