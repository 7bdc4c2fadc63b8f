export type DocumentKind = 'invoice' | 'credit-note' | 'e-ticket';
