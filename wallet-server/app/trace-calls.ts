import {
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';

/**
 * One span per call, named by its operation, child of the caller's (W3C `traceparent`). Without an SDK, which whoever
 * runs the server loads with `node --import`, the interface does nothing. Attributes follow OpenTelemetry's HTTP
 * conventions, without `url.path`, `client.address` and other values that may say who.
 */
export function traceCalls(app: FastifyInstance): void {
  const tracer = trace.getTracer('wayveil');
  const spans = new WeakMap<object, Span>();
  app.addHook('onRequest', (request, _reply, done) => {
    const { operation } = request.routeOptions.config;
    const parent = propagation.extract(ROOT_CONTEXT, request.headers);
    const attributes = {
      'http.request.method': request.method,
      'http.route': request.routeOptions.url ?? '',
      'wayveil.request_id': request.id,
    };
    const span = tracer.startSpan(operation ?? 'other', { kind: SpanKind.SERVER, attributes }, parent);
    spans.set(request, span);
    context.with(trace.setSpan(parent, span), done);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}
