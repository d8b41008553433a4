// Starts the Chromium of the machine without anything that reaches out.

import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import puppeteer from 'puppeteer-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The program, or nothing. */
export const program = process.env.GNC_CHROMIUM ?? PLACES.find((path) => existsSync(path));

/** Starts it. */
export function launch() {
  if (!program) throw new Error(`no Chromium at ${PLACES.join(', ')}`);
  const args = [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
    '--disable-background-networking', '--disable-component-update', '--disable-dev-shm-usage',
    '--force-color-profile=srgb', '--font-render-hinting=none', '--hide-scrollbars',
  ];
  const env = { ...process.env, HOME: tmpdir(), LANG: 'C.UTF-8' };
  return puppeteer.launch({ executablePath: program, args, env, headless: true });
}
