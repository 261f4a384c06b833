import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ConfigError, describeConfig, readConfig, SETTINGS } from './index.ts';

describe('settings', () => {
  test('an empty environment gives a shop that runs', () => {
    const config = readConfig({});
    assert.equal(config.PORT, 3000);
    assert.equal(config.HOST, '127.0.0.1');
    assert.equal(config.DEMO, true);
    assert.equal(config.DATABASE_URL, undefined);
  });

  test('every wrong setting is named at once', () => {
    const wrong = {
      PORT: '70000',
      LOG_LEVEL: 'loud',
      BASE_URL: 'ftp://x',
      DEMO: 'perhaps',
      DATABASE_POOL: '1',
    };
    assert.throws(
      () => readConfig(wrong),
      (error) =>
        error instanceof ConfigError && Object.keys(wrong).every((name) => error.message.includes(name)),
    );
  });

  test('an empty text is a setting not set', () => {
    assert.equal(readConfig({ PORT: '', DATABASE_URL: '' }).PORT, 3000);
  });

  test('half an S3 configuration is refused with what is missing', () => {
    assert.throws(
      () => readConfig({ S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'shop' }),
      /S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY/,
    );
  });

  test('the description lists every setting and never a secret', () => {
    const environment = {
      DATABASE_URL: 'postgres://shop:hunter2@db/shop',
      METRICS_TOKEN: 'a-long-metrics-token',
    };
    const lines = describeConfig(readConfig(environment), environment);
    assert.equal(lines.length, Object.keys(SETTINGS).length);
    assert.ok(!lines.join('\n').includes('hunter2'));
    assert.ok(!lines.join('\n').includes('a-long-metrics-token'));
  });
});
