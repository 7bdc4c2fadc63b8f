import { describe, expect, it } from 'vitest';
import { pagePolicy } from './content-policy';

const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((each) => each.startsWith(`${name} `))
    ?.split(' ')
    .slice(1);

describe('the policy of a page', () => {
  it('allows nothing unsafe, and no script but files of the site and those it names', () => {
    const policy = pagePolicy(['sha256-abc', 'nonce-xyz'], {});
    expect(policy).not.toContain('unsafe');
    expect(directive(policy, 'default-src')).toEqual(["'none'"]);
    expect(directive(policy, 'script-src')).toEqual(["'self'", "'sha256-abc'", "'nonce-xyz'"]);
    expect(directive(policy, 'style-src')).toEqual(["'self'"]);
    expect(directive(policy, 'connect-src')).toEqual(["'self'"]);
  });

  it('lets a form lead to the payment page, at Stripe or beside the address that is set', () => {
    expect(directive(pagePolicy([], {}), 'form-action')).toEqual(["'self'", 'https://checkout.stripe.com']);
    const local = pagePolicy([], { stripeApiBase: 'http://127.0.0.1:4242/v1' });
    expect(directive(local, 'form-action')).toEqual(["'self'", 'http://127.0.0.1:4242']);
  });

  it('lets a page listen to the live channel, and ask nothing else there', () => {
    const policy = pagePolicy([], { realtimeUrl: 'https://live.example.com/x' });
    expect(directive(policy, 'connect-src')).toEqual(["'self'", 'wss://live.example.com/socket.io/']);
  });
});
