/** Everything that migrations are generated from. The only file that gathers the schema. */
export * from './bookings';
export * from './documents';
export * from './holds';
export * from './insights';
export * from './network';
export * from './notifications';
export * from './orders';
export * from './payments';
export * from './platform';
export * from './sailings';
export * from './supply';
