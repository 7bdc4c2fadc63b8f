import { codes } from '../codes';

/** Ferryhopper finds ports by their names. */
export const PORTS = codes<string>({
  FRMRS: 'Marseille',
  FRTLN: 'Toulon',
  FRNCE: 'Nice',
  FRSET: 'Sete',
  FRAJA: 'Ajaccio',
  FRBIA: 'Bastia',
  FRILR: 'Ile Rousse',
  ITGOA: 'Genoa',
  ITLIV: 'Livorno',
  ITCVV: 'Civitavecchia',
  ITSAL: 'Salerno',
  ITPMO: 'Palermo',
  ITOLB: 'Olbia',
  ITPTO: 'Porto Torres',
  TNLGN: 'Tunis',
  TNZRZ: 'Zarzis',
  DZALG: 'Algiers',
  DZBJA: 'Bejaia',
  DZSKI: 'Skikda',
  DZORN: 'Oran',
  MAPTM: 'Tangier Med',
  MANDR: 'Nador',
  ESALC: 'Alicante',
  ESBCN: 'Barcelona',
});

/** Companies by the names under which Ferryhopper shows them. */
export const COMPANIES = codes<string>({
  ctn: 'CTN',
  'corsica-linea': 'Corsica Linea',
  gnv: 'GNV',
  grimaldi: 'Grimaldi Lines',
  moby: 'Moby Lines',
  'corsica-ferries': 'Corsica Sardinia Ferries',
  'la-meridionale': 'La Meridionale',
  'algerie-ferries': 'Algerie Ferries',
});
