import { expect, it } from 'vitest';
import { scriptHashes } from './script-hashes';

it('hashes what a browser would run, and nothing else', () => {
  // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
  const alert = 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';
  expect(scriptHashes('<script>alert(1)</script>')).toEqual([alert]);
  expect(scriptHashes('<script id="a" async>alert(1)</script><p></p><script>alert(1)</script>')).toEqual([
    alert,
  ]);
  expect(scriptHashes('<script type="module">alert(1)</script>')).toEqual([alert]);
  expect(scriptHashes('<script src="/a.js" async=""></script>')).toEqual([]);
  expect(scriptHashes('<script type="application/ld+json">{"name":"a"}</script>')).toEqual([]);
  expect(scriptHashes('<script>a\nb</script><script>c</script>')).toHaveLength(2);
});
