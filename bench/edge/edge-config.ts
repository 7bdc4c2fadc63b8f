import type { Nginx } from './find-nginx';

/** Where an edge listens, and what lies behind it. */
export interface EdgeLayout {
  readonly nginx: Nginx;
  readonly folder: string;
  /** Ports: of visitors, of visitors by TLS (whoever comes there without is sent to it), and between its two halves. */
  readonly port: number;
  readonly tlsPort: number;
  readonly innerPort: number;
  /** Ports of the app's processes. */
  readonly apps: readonly number[];
  /** Bytes as files, for the floor: what nginx does with no cache at all. */
  readonly staticPort: number;
}

/**
 * An edge as a network of them would be: its outer half keeps answers, compressed, under a key of everything that makes
 * them differ; its inner half asks the app's processes by turns and compresses, once per page.
 *
 * The key: encoding; path; of a query only `_rsc`, by which Next's own requests differ, because kept pages know no other
 * (a visitor's parameters multiply nothing and are written nowhere); for the API all of it, and the language. Headers by
 * which Next answers with data instead of a page count only where it is asked for data, and go no further otherwise.
 * Where a visitor comes from (state tree, next-url) changes no kept page, `_rsc` stands for it, and it may be the address
 * of a booking with its key: it goes to the app and into no file.
 */
export function edgeConfig(layout: EdgeLayout): string {
  const { nginx, folder, port, tlsPort, innerPort, apps, staticPort } = layout;
  return `
load_module ${nginx.brotli}/ngx_http_brotli_filter_module.so;
load_module ${nginx.brotli}/ngx_http_brotli_static_module.so;
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log warn;
events { worker_connections 4096; }
http {
  access_log off;
  types { text/html html; }
  default_type application/octet-stream;
  sendfile on;
  keepalive_requests 1000000;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache levels=1:2 keys_zone=pages:16m max_size=256m inactive=60m use_temp_path=off;

  upstream apps { ${apps.map((app) => `server 127.0.0.1:${app};`).join(' ')} keepalive 32; }
  upstream inner { server 127.0.0.1:${innerPort}; keepalive 64; }

  map $http_accept_encoding $encoding { default ""; "~*\\bbr\\b" br; }
  map $http_rsc $is_data { default ""; 1 1; }
  map $is_data $data_tree { default ""; 1 $http_next_router_state_tree; }
  map $is_data $data_prefetch { default ""; 1 $http_next_router_prefetch; }
  map $is_data $data_segment { default ""; 1 $http_next_router_segment_prefetch; }
  map $is_data $data_url { default ""; 1 $http_next_url; }
  map $uri $address { default "$uri?$arg__rsc"; "~^/api/" "$request_uri $http_accept_language"; }

  server {
    listen 127.0.0.1:${port};
    listen 127.0.0.1:${tlsPort} ssl;
    ssl_certificate ${folder}/cert.pem;
    ssl_certificate_key ${folder}/key.pem;
    error_page 497 =308 https://$host:$server_port$request_uri;
    client_max_body_size 1m;
    location / {
      proxy_pass http://inner;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header Accept-Encoding $encoding;
      proxy_set_header RSC $is_data;
      proxy_set_header Next-Router-State-Tree $data_tree;
      proxy_set_header Next-Router-Prefetch $data_prefetch;
      proxy_set_header Next-Router-Segment-Prefetch $data_segment;
      proxy_set_header Next-Url $data_url;
      proxy_buffers 16 16k;
      proxy_buffer_size 16k;
      proxy_cache pages;
      proxy_cache_key "$encoding $address $is_data $data_prefetch $data_segment";
      # Of the headers that the app varies by, those that change a kept page are in the key.
      proxy_ignore_headers Vary;
      proxy_cache_lock on;
      proxy_cache_background_update on;
      proxy_cache_use_stale updating;
      # The tags are for the edge alone.
      proxy_hide_header cache-tag;
      add_header x-cache $upstream_cache_status always;
    }
  }
  server {
    listen 127.0.0.1:${innerPort};
    location / {
      proxy_pass http://apps;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header Accept-Encoding "";
      proxy_buffers 16 16k;
      proxy_buffer_size 16k;
      brotli on;
      brotli_comp_level 6;
      brotli_types text/css text/javascript application/javascript application/json text/x-component image/svg+xml;
    }
  }
  server {
    listen 127.0.0.1:${staticPort};
    root ${folder}/static;
    brotli_static on;
  }
}
`;
}
