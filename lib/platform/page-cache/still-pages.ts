/** The mark of a page that moves nothing: its links and forms are all it needs. */
const STILL = /<main\b[^>]*\sdata-still\b/;
/** React moves a part of the page into its place by a script: without it the part would stay hidden. */
const MOVED = /\$R[CSX]\(|<template id="[BP]:/;
const SCRIPT = /<script\b(?![^>]*\stype="application\/ld\+json")[^>]*>[\s\S]*?<\/script>/g;
const PRELOADED_SCRIPT = /<link\b(?=[^>]*\sas="script")[^>]*>/g;

/**
 * A page marked as still without its scripts, which would only make it what it is already (docs/decisions/0005); data
 * for machines stay. Any other page as it is.
 */
export function withoutScripts(html: string): string {
  if (!STILL.test(html) || MOVED.test(html)) return html;
  return html.replace(SCRIPT, '').replace(PRELOADED_SCRIPT, '');
}
