import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import { placeBookingInput } from '@/lib/booking/input';
import { placeHoldInput } from '@/lib/inventory/input';
import { availabilityQuery, snapshotShape } from '../_shapes/availability';
import { bookingShape, bookingStatusShape, placedBookingShape } from '../_shapes/booking';
import { calendarDayShape } from '../_shapes/calendar';
import { connectionShape } from '../_shapes/connection';
import { holdShape } from '../_shapes/hold';
import { insightShape } from '../_shapes/insight';
import { bookingParams, holdParams, lookupParams, lookupQuery } from '../_shapes/params';
import { localeQuery, portShape } from '../_shapes/port';
import { routeShape } from '../_shapes/route';
import { sailingShape } from '../_shapes/sailing';
import { calendarQuery, insightQuery, sailingsQuery } from '../_shapes/search';
import { idempotencyHeader, jsonBody, responses, withBearer } from './operations';

const list = (schema: z.ZodType) => z.object({ data: z.array(schema) });

const paths: Parameters<typeof createDocument>[0]['paths'] = {
  '/api/v1/ports': {
    get: {
      operationId: 'listPorts',
      summary: 'Ports',
      requestParams: { query: localeQuery },
      responses: responses({ status: 200, description: 'All ports', schema: list(portShape) }, [422]),
    },
  },
  '/api/v1/routes': {
    get: {
      operationId: 'listRoutes',
      summary: 'Directions with their lowest prices of today',
      requestParams: { query: localeQuery },
      responses: responses({ status: 200, description: 'All directions', schema: list(routeShape) }, [422]),
    },
  },
  '/api/v1/sailings': {
    get: {
      operationId: 'searchSailings',
      summary: 'Sailings of a day, priced for the party',
      requestParams: { query: sailingsQuery },
      responses: responses({ status: 200, description: 'By departure', schema: list(sailingShape) }, [422]),
    },
  },
  '/api/v1/sailings/connections': {
    get: {
      operationId: 'searchConnections',
      summary: 'Where nothing sails directly: two ships through one port, priced for the party',
      requestParams: { query: sailingsQuery },
      responses: responses(
        { status: 200, description: 'By departure', schema: list(connectionShape) },
        [422],
      ),
    },
  },
  '/api/v1/sailings/calendar': {
    get: {
      operationId: 'priceCalendar',
      summary: 'The lowest price of each day of a month, for the party',
      requestParams: { query: calendarQuery },
      responses: responses({ status: 200, description: 'By day', schema: list(calendarDayShape) }, [422]),
    },
  },
  '/api/v1/sailings/insights': {
    get: {
      operationId: 'priceInsight',
      summary: 'How the price of a day moved, where it stands among comparable ones, and whether to wait',
      requestParams: { query: insightQuery },
      responses: responses(
        {
          status: 200,
          description: 'Null where too little was seen',
          schema: z.object({ data: insightShape.nullable() }),
        },
        [422],
      ),
    },
  },
  '/api/v1/sailings/availability': {
    get: {
      operationId: 'sailingsAvailability',
      summary: 'What is left on every sailing of some routes and dates',
      requestParams: { query: availabilityQuery },
      responses: responses({ status: 200, description: 'By departure', schema: snapshotShape }, [422, 429]),
    },
  },
  '/api/v1/holds': {
    post: {
      operationId: 'placeHold',
      summary: 'Keep the places of a trip for 30 minutes',
      requestParams: { header: idempotencyHeader },
      requestBody: jsonBody(placeHoldInput),
      responses: responses({ status: 201, description: 'Kept', schema: holdShape }, [400, 404, 409, 422]),
    },
  },
  '/api/v1/holds/{id}': {
    get: {
      operationId: 'getHold',
      requestParams: { path: holdParams },
      responses: responses({ status: 200, description: 'The hold', schema: holdShape }, [404]),
    },
    delete: {
      operationId: 'releaseHold',
      requestParams: { path: holdParams },
      responses: responses({ status: 204, description: 'Given back' }, [404, 409]),
    },
  },
  '/api/v1/bookings': {
    post: {
      operationId: 'placeBooking',
      summary: 'Make a booking of a hold',
      requestParams: { header: idempotencyHeader },
      requestBody: jsonBody(placeBookingInput),
      responses: responses(
        { status: 201, description: 'Awaiting payment', schema: placedBookingShape },
        [400, 404, 409, 410, 422],
      ),
    },
  },
  '/api/v1/bookings/{reference}': {
    get: {
      operationId: 'getBooking',
      security: withBearer,
      requestParams: { path: bookingParams },
      responses: responses({ status: 200, description: 'The booking', schema: bookingShape }, [401, 404]),
    },
  },
  '/api/v1/bookings/{reference}/status': {
    get: {
      operationId: 'bookingStatus',
      security: withBearer,
      requestParams: { path: bookingParams },
      responses: responses(
        { status: 200, description: 'Where it stands', schema: bookingStatusShape },
        [401, 404],
      ),
    },
  },
  '/api/v1/bookings/{reference}/payments': {
    post: {
      operationId: 'startPayment',
      security: withBearer,
      requestParams: { path: bookingParams, header: idempotencyHeader },
      responses: responses(
        { status: 201, description: 'Hosted checkout', schema: z.object({ checkoutUrl: z.url() }) },
        [401, 404, 409, 410, 503],
      ),
    },
  },
  '/api/v1/bookings/{reference}/cancel': {
    post: {
      operationId: 'cancelBooking',
      security: withBearer,
      requestParams: { path: bookingParams, header: idempotencyHeader },
      responses: responses(
        { status: 200, description: 'Cancelled', schema: bookingStatusShape },
        [401, 404, 409],
      ),
    },
  },
  '/api/v1/bookings/reference/{reference}': {
    get: {
      operationId: 'findBooking',
      summary: 'Find a trip by reference and e-mail',
      requestParams: { path: lookupParams, query: lookupQuery },
      responses: responses(
        { status: 200, description: 'The booking', schema: bookingShape },
        [404, 422, 429],
      ),
    },
  },
};

/** The OpenAPI 3.1 document, made of the very schemas that check the input. */
export function openApiDocument(serverUrl: string) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Voilà Ferry API',
      version: '1.0.0',
      description: 'Amounts are integer minor units; instants carry their offset; locales fr, en, it.',
    },
    servers: [{ url: serverUrl }],
    paths,
    components: { securitySchemes: { accessToken: { type: 'http', scheme: 'bearer' } } },
  });
}
