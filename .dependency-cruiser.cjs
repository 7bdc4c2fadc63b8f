/** The rooms of the house and who may import whom. Reasons: docs/architecture.md. */
const DOMAINS =
  'network|sailings|search|pricing|inventory|booking|payments|documents|notifications|events|privacy|insights|carbon|supply|orders';
/** Files of a domain that are pure: no clock, no environment, no I/O. */
const PURE = `^lib/(${DOMAINS})/(types|views|rules|state|quote|tariff|party|catalog|fingerprint|input|url|[a-z-]+-rules)\\.ts$`;
const TEST = '\\.test\\.tsx?$';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(components|lib)/', pathNot: [TEST, '\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'no-rooms-without-a-subject',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils?|helpers?|misc|common)(/|\\.tsx?$)', pathNot: 'node_modules' },
    },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: '^lib/kernel', pathNot: TEST },
      to: { path: '^(app|components|db|inngest|realtime|sandbox|lib/(?!kernel))' },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^lib/platform', pathNot: TEST },
      // Kept answers carry access tokens, and sealing has no other dependency (docs/decisions/0001).
      to: {
        path: `^(app|components|inngest|sandbox|lib/(${DOMAINS}|operators))`,
        pathNot: '^lib/privacy/seal\\.ts$',
      },
    },
    {
      name: 'vendors-know-no-domain',
      severity: 'error',
      from: { path: '^lib/(operators|providers)/', pathNot: TEST },
      to: { path: `^(app|components|db|inngest|sandbox|lib/(${DOMAINS})/)` },
    },
    {
      name: 'pure-stays-pure',
      severity: 'error',
      from: { path: PURE },
      to: {
        path: '^(app|components|db|inngest|sandbox|lib/(platform|providers|operators)|node_modules/(postgres|drizzle-orm|next)/)',
      },
    },
    {
      name: 'pure-imports-pure',
      severity: 'error',
      from: { path: PURE },
      to: { path: `^lib/(${DOMAINS})/`, pathNot: PURE },
    },
    {
      name: 'sql-stays-in-repositories',
      severity: 'error',
      from: {
        path: '^lib/',
        pathNot: [
          TEST,
          '/(repository|queries|relay-outbox|record-event)\\.ts$',
          '^lib/platform/',
          '^lib/[a-z]+/testing/',
          '^lib/[a-z]+/[a-z-]*repository\\.ts$',
        ],
      },
      to: { path: '^db/(client|schema)' },
    },
    {
      name: 'repositories-are-private',
      severity: 'error',
      from: { path: '^lib/([^/]+)/', pathNot: TEST },
      to: { path: '^lib/[^/]+/[a-z-]*repository\\.ts$', pathNot: '^lib/$1/' },
    },
    {
      name: 'repositories-are-not-for-doors',
      severity: 'error',
      from: { path: '^(app|components|inngest|realtime)' },
      to: { path: '^lib/[^/]+/[a-z-]*repository\\.ts$' },
    },
    {
      name: 'doors-do-not-touch-the-database',
      severity: 'error',
      from: { path: '^(app|components|inngest|realtime)' },
      to: { path: '^db/' },
    },
    {
      name: 'components-are-pure',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(app|db|inngest|sandbox|lib/(platform|providers|operators))' },
    },
    {
      name: 'components-take-pure-files',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: `^lib/(${DOMAINS})/`, pathNot: PURE },
    },
    {
      name: 'lib-never-imports-doors',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components|inngest|realtime|sandbox|scripts|e2e|bench)/' },
    },
    {
      name: 'only-its-door-imports-inngest',
      severity: 'error',
      from: { path: '^(app|components|lib|db|realtime)', pathNot: '^app/api/inngest/' },
      to: { path: '^inngest/' },
    },
    {
      name: 'sidecar-is-small',
      severity: 'error',
      from: { path: '^realtime/' },
      to: { path: '^(app|components|db|inngest|sandbox|lib/(?!realtime|providers/redis|platform|kernel))' },
    },
    {
      name: 'product-knows-no-sandbox',
      severity: 'error',
      from: { path: '^(app|components|lib|db|inngest|realtime|middleware)', pathNot: '^db/testing/' },
      to: { path: '^(sandbox|scripts|e2e|bench)/' },
    },
    {
      name: 'tests-take-only-a-database-from-the-sandbox',
      severity: 'error',
      from: { path: '^db/testing/' },
      to: { path: '^(sandbox|scripts|e2e|bench)/', pathNot: '^sandbox/(postgres|ports)\\.ts$' },
    },
    {
      name: 'sandbox-knows-no-product',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(app|components|lib|db|inngest|realtime)' },
    },
  ],
  options: {
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^\\.next', '^db/migrations'] },
  },
};
