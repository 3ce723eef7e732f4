import { BytespikeError } from '../../core/base/errors.js';

export function invalidConfig(field: string, message: string): BytespikeError {
  return new BytespikeError({ code: 'invalid_config', field, message });
}
