import { announceHoldEnding } from './functions/booking/announce-hold-ending';
import { completeBooking } from './functions/booking/complete-booking';
import { expireHoldsJob } from './functions/booking/expire-holds';
import { dropPagesJob } from './functions/edge/drop-pages';
import { snapshotPricesJob } from './functions/insights/snapshot-prices';
import {
  compareOrdersJob,
  endOrdersOfCancelled,
  endOrdersOfExpired,
  keepOrdersJob,
  sendManifestJob,
} from './functions/orders/keep-orders';
import { confirmBookingJob } from './functions/payments/confirm-booking';
import { processPaymentEventJob } from './functions/payments/process-payment-event';
import { refundPaymentJob } from './functions/payments/refund-payment';
import { repairStuckJob } from './functions/payments/repair-stuck';
import { tellPaymentFailed } from './functions/payments/tell-payment-failed';
import { tellRefundFailed } from './functions/payments/tell-refund-failed';
import { tellRefunded } from './functions/payments/tell-refunded';
import { relayOutboxJob } from './functions/platform/relay-outbox';
import {
  refreshMovedPricesJob,
  refreshPricesJob,
  repairPricesJob,
} from './functions/sailings/refresh-prices';
import {
  askForSyncs,
  processDeliveryJob,
  syncAfterOrder,
  syncAfterSale,
  syncOperatorJob,
} from './functions/supply/sync-operators';

/** Every durable function, as the engine is told of them. */
export const functions = [
  processPaymentEventJob,
  confirmBookingJob,
  completeBooking,
  refundPaymentJob,
  tellRefunded,
  tellRefundFailed,
  tellPaymentFailed,
  announceHoldEnding,
  expireHoldsJob,
  relayOutboxJob,
  dropPagesJob,
  repairStuckJob,
  refreshPricesJob,
  refreshMovedPricesJob,
  repairPricesJob,
  snapshotPricesJob,
  askForSyncs,
  processDeliveryJob,
  syncOperatorJob,
  syncAfterSale,
  syncAfterOrder,
  endOrdersOfExpired,
  endOrdersOfCancelled,
  sendManifestJob,
  keepOrdersJob,
  compareOrdersJob,
];
