import { randomBytes } from 'node:crypto';

const TOKEN_SECONDS = 600;
const RENEWAL_MS = 24 * 3_600_000;

export interface TokenPair {
  readonly jeton: string;
  readonly jeton_rafraichissement: string;
  readonly expire_dans: number;
}
export type Desk = ReturnType<typeof openDesk>;

/** Lets in by name and password for ten minutes; whoever is in may renew for a day, each renewal once. */
export function openDesk({ user, password }: { readonly user: string; readonly password: string }) {
  const tokens = new Map<string, number>();
  const renewals = new Map<string, number>();
  const issue = (now: number): TokenPair => {
    const [jeton, jeton_rafraichissement] = [0, 1].map(() => randomBytes(24).toString('base64url')) as [
      string,
      string,
    ];
    tokens.set(jeton, now + TOKEN_SECONDS * 1000);
    renewals.set(jeton_rafraichissement, now + RENEWAL_MS);
    return { jeton, jeton_rafraichissement, expire_dans: TOKEN_SECONDS };
  };
  return {
    enter: (given: Record<string, unknown>, now: number): TokenPair | null =>
      given.identifiant === user && given.mot_de_passe === password ? issue(now) : null,
    renew(token: unknown, now: number): TokenPair | null {
      const until = typeof token === 'string' ? renewals.get(token) : undefined;
      renewals.delete(String(token));
      return until !== undefined && now < until ? issue(now) : null;
    },
    knows: (header: string | undefined, now: number): boolean =>
      now < (tokens.get((header ?? '').replace(/^Bearer /, '')) ?? 0),
  };
}
