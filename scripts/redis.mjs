// The tests of the Redis store run against a real redis-server, which they start themselves.
import { installPackage, which } from './system.mjs';

/** Installs a redis-server when there is none; without one, its tests say so and are passed over. */
export function ensureRedis() {
  if (which('redis-server')) return;
  console.log('No redis-server here. Trying the package manager.');
  installPackage('redis-server', { dnf: ['redis'], apk: ['redis'], brew: ['redis'] });
  if (!which('redis-server')) console.log('None could be had: the tests of the Redis store are passed over. Debian: apt-get install redis-server.');
}
