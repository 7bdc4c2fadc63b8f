import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CatalogEntry, Surroundings } from '../catalog-entry';
import { sandboxNow } from '../clock';
import type { Front } from './company/serve';
import { planFile } from './plan-file';

type Secrets = Surroundings['state']['secrets'];

/** What makes one company of all. */
interface CompanyEntry {
  readonly name: string;
  readonly about: string;
  /** For whom it sells, by the seed's codes; for itself without it. */
  readonly sells?: readonly string[];
  /** Its address among the settings. */
  readonly urlSetting: string;
  readonly front: (secrets: Secrets) => Promise<Front>;
  /** Where its interface begins, below its address. */
  readonly path?: string;
  /** What lets the product in. */
  readonly keys: (secrets: Secrets) => Readonly<Record<string, string>>;
}

const SEED = 1;
/** One happening a minute: enough to see something change, slow enough to look at it. */
const PACE = 1;
const AGENCY = 'voila-ferry';

/** The companies with books of their own, each by its wire format. */
export const COMPANIES: readonly (CatalogEntry & { readonly sells: readonly string[] })[] = [
  company({
    name: 'gnv',
    about: 'GNV, by an API key',
    urlSetting: 'GNV_API_URL',
    async front(secrets) {
      const { gnvFront } = await import('./gnv/front');
      return gnvFront({ apiKey: secrets.gnvApiKey, webhookSecret: secrets.gnvWebhookSecret });
    },
    keys: (secrets) => ({ GNV_API_KEY: secrets.gnvApiKey, GNV_WEBHOOK_SECRET: secrets.gnvWebhookSecret }),
  }),
  company({
    name: 'ctn',
    about: 'CTN, by a token that is renewed',
    urlSetting: 'CTN_API_URL',
    async front({ ctnPassword: password, ctnWebhookSecret: webhookSecret }) {
      const { ctnFront } = await import('./ctn/front');
      return ctnFront({ user: AGENCY, password, webhookSecret });
    },
    keys: (secrets) => ({
      CTN_API_USER: AGENCY,
      CTN_API_PASSWORD: secrets.ctnPassword,
      CTN_WEBHOOK_SECRET: secrets.ctnWebhookSecret,
    }),
  }),
  company({
    name: 'corsica-linea',
    about: 'Corsica Linea, by OAuth',
    urlSetting: 'CORSICA_LINEA_API_URL',
    async front({ corsicaLineaClientSecret: clientSecret, corsicaLineaWebhookSecret: webhookSecret }) {
      const { corsicaLineaFront } = await import('./corsica-linea/front');
      return corsicaLineaFront({ clientId: AGENCY, clientSecret, webhookSecret });
    },
    keys: (secrets) => ({
      CORSICA_LINEA_CLIENT_ID: AGENCY,
      CORSICA_LINEA_CLIENT_SECRET: secrets.corsicaLineaClientSecret,
      CORSICA_LINEA_WEBHOOK_SECRET: secrets.corsicaLineaWebhookSecret,
    }),
  }),
  company({
    name: 'lyko',
    about: 'Lyko, who sells for five companies, by signed requests',
    sells: ['grimaldi', 'moby', 'la-meridionale', 'corsica-ferries', 'algerie-ferries'],
    urlSetting: 'LYKO_API_URL',
    async front({ lykoSecret: secret }) {
      const { lykoFront } = await import('./lyko/front');
      return lykoFront({ account: AGENCY, secret });
    },
    keys: ({ lykoSecret }) => ({ LYKO_ACCOUNT: AGENCY, LYKO_SECRET: lykoSecret }),
  }),
  company({
    name: 'ferryhopper',
    about: 'Ferryhopper by MCP, who sends elsewhere to book',
    sells: ['moby', 'grimaldi', 'corsica-ferries'],
    urlSetting: 'FERRYHOPPER_MCP_URL',
    async front() {
      const { ferryhopperFront } = await import('./ferryhopper/front');
      return ferryhopperFront();
    },
    keys: () => ({}),
    path: '/mcp',
  }),
];

/** Those at whose books one can order: the product follows them as long as nobody says otherwise. */
export const SELLERS: readonly string[] = ['gnv', 'ctn', 'corsica-linea', 'lyko'];

function company({ name, about, sells = [name], urlSetting, front, keys, path: below = '' }: CompanyEntry) {
  return {
    name,
    about,
    sells,
    replacedBy: [urlSetting],
    async start({ dataDir, state, clockFile, appUrl }: Surroundings) {
      const file = planFile(dataDir, name);
      if (!existsSync(file)) return null;
      const [{ startCompany }, { readPlan }] = await Promise.all([
        import('./company/serve'),
        import('./company/plan'),
      ]);
      const service = await startCompany({
        front: await front(state.secrets),
        port: await state.port(name),
        dataDir: path.join(dataDir, 'operators'),
        plan: readPlan(file),
        nowMs: () => sandboxNow(clockFile),
        seed: SEED,
        pace: PACE,
        webhookUrl: `${appUrl}/api/webhooks/operators/${name}`,
      });
      return { ...service, env: { [urlSetting]: `${service.url}${below}`, ...keys(state.secrets) } };
    },
  };
}
