import { type Env, env } from '@/lib/platform/env';
import { corsicaLineaOperator } from './corsica-linea/adapter';
import { ctnOperator } from './ctn/adapter';
import { ferryhopperOperator } from './ferryhopper/adapter';
import { gnvOperator } from './gnv/adapter';
import { lykoOperator } from './lyko/adapter';
import type { OperatorPort } from './port';
import { surroundingsOf } from './surroundings';

/** All operators that the settings lead to, by their code: one whose settings are not whole is off, never half on. */
export function operatorsOf(settings: Env): ReadonlyMap<string, OperatorPort> {
  const all = [
    gnv(settings),
    ctn(settings),
    corsicaLinea(settings),
    lyko(settings),
    ferryhopper(settings),
  ].filter((operator) => operator !== null);
  return new Map(all.map((operator) => [operator.code, operator]));
}

/** Those of this process; each with its caller, so that what is known of its health is known once. */
export const operators = operatorsOf(env);

function gnv(settings: Env): OperatorPort | null {
  const { GNV_API_URL: baseUrl, GNV_API_KEY: apiKey, GNV_WEBHOOK_SECRET: webhookSecret } = settings;
  if (!baseUrl || !apiKey || !webhookSecret) return null;
  return gnvOperator({ baseUrl, apiKey, webhookSecret }, surroundingsOf('gnv'));
}

function ctn(settings: Env): OperatorPort | null {
  const { CTN_API_URL: baseUrl, CTN_API_USER: user, CTN_API_PASSWORD: password } = settings;
  const { CTN_WEBHOOK_SECRET: webhookSecret } = settings;
  if (!baseUrl || !user || !password || !webhookSecret) return null;
  return ctnOperator({ baseUrl, user, password, webhookSecret }, surroundingsOf('ctn'));
}

function corsicaLinea(settings: Env): OperatorPort | null {
  const { CORSICA_LINEA_API_URL: baseUrl, CORSICA_LINEA_CLIENT_ID: clientId } = settings;
  const { CORSICA_LINEA_CLIENT_SECRET: clientSecret, CORSICA_LINEA_WEBHOOK_SECRET: webhookSecret } = settings;
  if (!baseUrl || !clientId || !clientSecret || !webhookSecret) return null;
  return corsicaLineaOperator(
    { baseUrl, clientId, clientSecret, webhookSecret },
    surroundingsOf('corsica-linea'),
  );
}

function lyko({
  LYKO_API_URL: baseUrl,
  LYKO_ACCOUNT: account,
  LYKO_SECRET: secret,
}: Env): OperatorPort | null {
  return baseUrl && account && secret
    ? lykoOperator({ baseUrl, account, secret }, surroundingsOf('lyko'))
    : null;
}

function ferryhopper({ FERRYHOPPER_MCP_URL: url }: Env): OperatorPort | null {
  return url ? ferryhopperOperator({ url }, surroundingsOf('ferryhopper')) : null;
}
