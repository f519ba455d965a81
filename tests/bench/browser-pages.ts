import { type BrowserContext, chromium } from '@playwright/test';
import { ensureBrowser } from '#tests/setup/browsers.ts';
import { createSite } from '#tests/shops/site.ts';

const PARAGRAPHS = 600;

/** Chromium as `launchExtension` starts it, but without any extension. */
export function launchBare(): Promise<BrowserContext> {
  const flags = ['--disable-quic', '--disable-background-networking', '--disable-component-update'];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launchPersistentContext('', {
    executablePath: ensureBrowser('chromium'),
    headless: true,
    args: [...flags, '--disable-sync', '--no-first-run', ...asRoot],
  });
}

/** A long article: about 2,500 elements with lists, links and pictures' places, no form and no script. */
export async function serveArticle(): Promise<{ origin: string; close(): Promise<void> }> {
  const site = createSite('article.localhost');
  const paragraph = (index: number) =>
    `<section><h2>Part ${index}</h2><p>Of <a href="#${index}">another part</a> and its <em>price</em>.</p></section>`;
  const body = Array.from({ length: PARAGRAPHS }, (_nothing, index) => paragraph(index)).join('');
  const page = `<!doctype html><html lang="en"><title>Article</title><main>${body}</main></html>`;
  site.app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  await site.listen();
  return { origin: site.origin(), close: site.close };
}
