import type { WireShape } from '../../core/wire/bodies.js';
import type { Fields } from './fields.js';

/** The fields of a submit in the shape that the gateway is to get; without one as they came. */
export function shapeSubmit(fields: Fields, shape: WireShape | undefined): Fields {
  const { params, model, out_task_id, callback_url, ...flat } = fields;
  const isShaped = shape === 'flat' ? params === undefined : params !== undefined && Object.keys(flat).length === 0;
  if (shape === undefined || isShaped) return fields;
  const parameters = { ...flat, ...(params as Fields | undefined) };
  const named = { model, ...(out_task_id === undefined ? {} : { out_task_id }), ...(callback_url === undefined ? {} : { callback_url }) };
  return shape === 'params' ? { ...named, params: parameters } : { ...parameters, ...named };
}
