CREATE TABLE "booking_events" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking_legs" (
	"booking_id" text NOT NULL,
	"position" integer NOT NULL,
	"sailing_id" text NOT NULL,
	"operator_reference" text,
	"operator_status" text DEFAULT 'none' NOT NULL,
	CONSTRAINT "booking_legs_booking_id_position_pk" PRIMARY KEY("booking_id","position")
);
--> statement-breakpoint
CREATE TABLE "booking_passengers" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"position" integer NOT NULL,
	"type" text NOT NULL,
	"title" text NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"birth_date" date NOT NULL,
	"sex" text NOT NULL,
	"nationality" text NOT NULL,
	"place_of_birth" text,
	"phone" text,
	"needs_assistance" integer DEFAULT 0 NOT NULL,
	"sealed_assistance_note" text,
	"sealed_document" text
);
--> statement-breakpoint
CREATE TABLE "booking_vehicles" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"position" integer NOT NULL,
	"type" text NOT NULL,
	"make" text NOT NULL,
	"model" text NOT NULL,
	"plate" text,
	"length_cm" integer NOT NULL,
	"height_cm" integer NOT NULL,
	"accessories" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"access_token_hash" text NOT NULL,
	"sealed_access_token" text NOT NULL,
	"status" text NOT NULL,
	"status_changed_at" timestamp with time zone NOT NULL,
	"status_reason" text,
	"hold_id" text NOT NULL,
	"locale" text NOT NULL,
	"contact_email" text NOT NULL,
	"contact_phone" text NOT NULL,
	"quote" jsonb NOT NULL,
	"total_cents" integer NOT NULL,
	"party_fingerprint" text NOT NULL,
	"terms_accepted_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"number" text,
	"issued_at" timestamp with time zone NOT NULL,
	"storage_key" text,
	"sha256" text
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"series" text PRIMARY KEY NOT NULL,
	"next" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hold_items" (
	"hold_id" text NOT NULL,
	"stock_line_id" text NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "hold_items_hold_id_stock_line_id_pk" PRIMARY KEY("hold_id","stock_line_id")
);
--> statement-breakpoint
CREATE TABLE "hold_legs" (
	"hold_id" text NOT NULL,
	"position" integer NOT NULL,
	"direction" text NOT NULL,
	"sailing_id" text NOT NULL,
	"selection" jsonb NOT NULL,
	"tariff" jsonb NOT NULL,
	"fare_rule_version" integer NOT NULL,
	CONSTRAINT "hold_legs_hold_id_position_pk" PRIMARY KEY("hold_id","position")
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"locale" text NOT NULL,
	"party" jsonb NOT NULL,
	"quote" jsonb NOT NULL,
	"total_cents" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"sealed_draft" text
);
--> statement-breakpoint
CREATE TABLE "price_runs" (
	"route_id" text NOT NULL,
	"departure_day" date NOT NULL,
	"observed_from" date NOT NULL,
	"observed_until" date NOT NULL,
	"basic_cents" integer,
	"standard_cents" integer,
	"flex_cents" integer,
	"source" text NOT NULL,
	CONSTRAINT "price_runs_route_id_departure_day_observed_from_pk" PRIMARY KEY("route_id","departure_day","observed_from"),
	CONSTRAINT "price_runs_in_order" CHECK ("price_runs"."observed_from" <= "price_runs"."observed_until")
);
--> statement-breakpoint
CREATE TABLE "fare_rules" (
	"operator_code" text NOT NULL,
	"family" text NOT NULL,
	"version" integer NOT NULL,
	"booked_from" timestamp with time zone NOT NULL,
	"booked_until" timestamp with time zone,
	"conditions" jsonb NOT NULL,
	"cancellation" jsonb NOT NULL,
	"source" text NOT NULL,
	"approximate" boolean DEFAULT true NOT NULL,
	CONSTRAINT "fare_rules_operator_code_family_version_pk" PRIMARY KEY("operator_code","family","version")
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"age_bands" jsonb NOT NULL,
	"approximate" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ports" (
	"code" text PRIMARY KEY NOT NULL,
	"country" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"time_zone" text NOT NULL,
	"names" jsonb NOT NULL,
	"approximate" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routes" (
	"id" text PRIMARY KEY NOT NULL,
	"from_port" text NOT NULL,
	"to_port" text NOT NULL,
	"nautical_miles" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "services" (
	"route_id" text NOT NULL,
	"operator_code" text NOT NULL,
	"terminal" jsonb NOT NULL,
	"check_in_passenger_minutes" integer NOT NULL,
	"check_in_vehicle_minutes" integer NOT NULL,
	"approximate" boolean DEFAULT true NOT NULL,
	CONSTRAINT "services_route_id_operator_code_pk" PRIMARY KEY("route_id","operator_code")
);
--> statement-breakpoint
CREATE TABLE "ships" (
	"code" text PRIMARY KEY NOT NULL,
	"operator_code" text NOT NULL,
	"name" text NOT NULL,
	"length_dm" integer,
	"passengers" integer NOT NULL,
	"cars" integer NOT NULL,
	"cabins" integer NOT NULL,
	"amenities" text[] NOT NULL,
	"approximate" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "email_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"dedupe_key" text NOT NULL,
	"booking_id" text,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"provider_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "operator_orders" (
	"key" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"position" integer NOT NULL,
	"sailing_id" text NOT NULL,
	"supplier" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"attempt" integer NOT NULL,
	"hold_ref" text,
	"ticket_ref" text,
	"expires_at" timestamp with time zone,
	"sold_cents" integer NOT NULL,
	"charged_cents" integer,
	"kept_cents" integer,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"compared_at" timestamp with time zone,
	"manifest_sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "order_repairs" (
	"id" text PRIMARY KEY NOT NULL,
	"order_key" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ours" text NOT NULL,
	"theirs" text NOT NULL,
	"remedy" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"processed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"status" text NOT NULL,
	"amount_cents" integer NOT NULL,
	"session_id" text,
	"payment_intent_id" text,
	"checkout_url" text,
	"failure_code" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"paid_at" timestamp with time zone,
	"checked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" text NOT NULL,
	"amount_cents" integer NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"provider_refund_id" text,
	"failed_at_provider" text[] DEFAULT '{}' NOT NULL,
	"due_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"verb" text NOT NULL,
	"subject" text NOT NULL,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"sealed_body" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "seed_runs" (
	"version" text PRIMARY KEY NOT NULL,
	"finished_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "availability_numbers" (
	"route_id" text NOT NULL,
	"departure_day" date NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "availability_numbers_route_id_departure_day_pk" PRIMARY KEY("route_id","departure_day")
);
--> statement-breakpoint
CREATE TABLE "sailing_looks" (
	"sailing_id" text PRIMARY KEY NOT NULL,
	"badges" text NOT NULL,
	"room" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sailing_prices" (
	"sailing_id" text PRIMARY KEY NOT NULL,
	"percent" smallint NOT NULL,
	"adult_cents" integer NOT NULL,
	"child_cents" integer NOT NULL,
	"infant_cents" integer NOT NULL,
	"pet_cents" integer NOT NULL,
	"vehicle_cents" integer[] NOT NULL,
	"moves_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sailings" (
	"id" text PRIMARY KEY NOT NULL,
	"route_id" text NOT NULL,
	"operator_code" text NOT NULL,
	"ship_code" text NOT NULL,
	"departure_day" date NOT NULL,
	"departs_at" timestamp with time zone NOT NULL,
	"arrives_at" timestamp with time zone NOT NULL,
	"delay_minutes" integer DEFAULT 0 NOT NULL,
	"status" text DEFAULT 'scheduled' NOT NULL,
	"tariff" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stock_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"sailing_id" text NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"capacity" integer NOT NULL,
	"held" integer DEFAULT 0 NOT NULL,
	"sold" integer DEFAULT 0 NOT NULL,
	"berths" integer,
	CONSTRAINT "stock_lines_never_oversold" CHECK ("stock_lines"."held" >= 0 and "stock_lines"."sold" >= 0 and "stock_lines"."held" + "stock_lines"."sold" <= "stock_lines"."capacity")
);
--> statement-breakpoint
CREATE TABLE "supplied_sailings" (
	"sailing_id" text PRIMARY KEY NOT NULL,
	"supplier" text NOT NULL,
	"sailing_ref" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supply_deliveries" (
	"supplier" text NOT NULL,
	"delivery_id" text NOT NULL,
	"notices" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"processed_at" timestamp with time zone,
	CONSTRAINT "supply_deliveries_supplier_delivery_id_pk" PRIMARY KEY("supplier","delivery_id")
);
--> statement-breakpoint
CREATE TABLE "supply_reads" (
	"supplier" text NOT NULL,
	"route_id" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"problem" text,
	CONSTRAINT "supply_reads_supplier_route_id_pk" PRIMARY KEY("supplier","route_id")
);
--> statement-breakpoint
ALTER TABLE "booking_events" ADD CONSTRAINT "booking_events_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_legs" ADD CONSTRAINT "booking_legs_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_legs" ADD CONSTRAINT "booking_legs_sailing_id_sailings_id_fk" FOREIGN KEY ("sailing_id") REFERENCES "public"."sailings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_passengers" ADD CONSTRAINT "booking_passengers_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_vehicles" ADD CONSTRAINT "booking_vehicles_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_hold_id_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."holds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold_items" ADD CONSTRAINT "hold_items_hold_id_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."holds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold_items" ADD CONSTRAINT "hold_items_stock_line_id_stock_lines_id_fk" FOREIGN KEY ("stock_line_id") REFERENCES "public"."stock_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold_legs" ADD CONSTRAINT "hold_legs_hold_id_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."holds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold_legs" ADD CONSTRAINT "hold_legs_sailing_id_sailings_id_fk" FOREIGN KEY ("sailing_id") REFERENCES "public"."sailings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fare_rules" ADD CONSTRAINT "fare_rules_operator_code_operators_code_fk" FOREIGN KEY ("operator_code") REFERENCES "public"."operators"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routes" ADD CONSTRAINT "routes_from_port_ports_code_fk" FOREIGN KEY ("from_port") REFERENCES "public"."ports"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routes" ADD CONSTRAINT "routes_to_port_ports_code_fk" FOREIGN KEY ("to_port") REFERENCES "public"."ports"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_route_id_routes_id_fk" FOREIGN KEY ("route_id") REFERENCES "public"."routes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_operator_code_operators_code_fk" FOREIGN KEY ("operator_code") REFERENCES "public"."operators"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ships" ADD CONSTRAINT "ships_operator_code_operators_code_fk" FOREIGN KEY ("operator_code") REFERENCES "public"."operators"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_messages" ADD CONSTRAINT "email_messages_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_orders" ADD CONSTRAINT "operator_orders_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_orders" ADD CONSTRAINT "operator_orders_sailing_id_sailings_id_fk" FOREIGN KEY ("sailing_id") REFERENCES "public"."sailings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_repairs" ADD CONSTRAINT "order_repairs_order_key_operator_orders_key_fk" FOREIGN KEY ("order_key") REFERENCES "public"."operator_orders"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sailing_looks" ADD CONSTRAINT "sailing_looks_sailing_id_sailings_id_fk" FOREIGN KEY ("sailing_id") REFERENCES "public"."sailings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sailing_prices" ADD CONSTRAINT "sailing_prices_sailing_id_sailings_id_fk" FOREIGN KEY ("sailing_id") REFERENCES "public"."sailings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sailings" ADD CONSTRAINT "sailings_route_id_routes_id_fk" FOREIGN KEY ("route_id") REFERENCES "public"."routes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sailings" ADD CONSTRAINT "sailings_operator_code_operators_code_fk" FOREIGN KEY ("operator_code") REFERENCES "public"."operators"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sailings" ADD CONSTRAINT "sailings_ship_code_ships_code_fk" FOREIGN KEY ("ship_code") REFERENCES "public"."ships"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_lines" ADD CONSTRAINT "stock_lines_sailing_id_sailings_id_fk" FOREIGN KEY ("sailing_id") REFERENCES "public"."sailings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplied_sailings" ADD CONSTRAINT "supplied_sailings_sailing_id_sailings_id_fk" FOREIGN KEY ("sailing_id") REFERENCES "public"."sailings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_reads" ADD CONSTRAINT "supply_reads_route_id_routes_id_fk" FOREIGN KEY ("route_id") REFERENCES "public"."routes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_events_by_booking" ON "booking_events" USING btree ("booking_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "booking_passengers_by_position" ON "booking_passengers" USING btree ("booking_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "booking_vehicles_by_position" ON "booking_vehicles" USING btree ("booking_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_reference" ON "bookings" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_one_per_hold" ON "bookings" USING btree ("hold_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_one_per_party" ON "bookings" USING btree ("party_fingerprint") WHERE status in ('awaiting_payment', 'payment_processing', 'confirming', 'confirmed', 'stuck');--> statement-breakpoint
CREATE INDEX "bookings_by_status" ON "bookings" USING btree ("status","status_changed_at");--> statement-breakpoint
CREATE INDEX "bookings_by_email" ON "bookings" USING btree ("contact_email");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_once" ON "documents" USING btree ("booking_id","kind","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_number" ON "documents" USING btree ("number");--> statement-breakpoint
CREATE INDEX "holds_to_expire" ON "holds" USING btree ("status","expires_at");--> statement-breakpoint
CREATE INDEX "fare_rules_open" ON "fare_rules" USING btree ("operator_code");--> statement-breakpoint
CREATE UNIQUE INDEX "email_messages_once" ON "email_messages" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "email_messages_by_booking" ON "email_messages" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "operator_orders_by_leg" ON "operator_orders" USING btree ("booking_id","position");--> statement-breakpoint
CREATE INDEX "operator_orders_open" ON "operator_orders" USING btree ("changed_at") WHERE state in ('asked', 'held');--> statement-breakpoint
CREATE INDEX "operator_orders_to_compare" ON "operator_orders" USING btree ("compared_at" NULLS FIRST);--> statement-breakpoint
CREATE INDEX "order_repairs_by_order" ON "order_repairs" USING btree ("order_key","at");--> statement-breakpoint
CREATE INDEX "payment_events_waiting" ON "payment_events" USING btree ("received_at") WHERE processed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_session" ON "payments" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_open" ON "payments" USING btree ("booking_id") WHERE status in ('creating', 'open', 'processing');--> statement-breakpoint
CREATE INDEX "payments_by_booking" ON "payments" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "payments_by_intent" ON "payments" USING btree ("payment_intent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_once" ON "refunds" USING btree ("payment_id","reason");--> statement-breakpoint
CREATE INDEX "refunds_due" ON "refunds" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "audit_log_by_subject" ON "audit_log" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "outbox" USING btree ("created_at") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "sailing_prices_to_move" ON "sailing_prices" USING btree ("moves_at");--> statement-breakpoint
CREATE INDEX "sailings_by_day" ON "sailings" USING btree ("route_id","departure_day");--> statement-breakpoint
CREATE INDEX "sailings_by_departure" ON "sailings" USING btree ("departs_at");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_lines_by_sailing" ON "stock_lines" USING btree ("sailing_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "supplied_sailings_by_ref" ON "supplied_sailings" USING btree ("supplier","sailing_ref");--> statement-breakpoint
CREATE INDEX "supply_deliveries_waiting" ON "supply_deliveries" USING btree ("received_at") WHERE processed_at is null;