// Each script touches one key, so that it also runs on a cluster, and Redis runs it as a whole: nobody sees it half done.

/** KEYS[1] the subject · ARGV id, now, amount, inFlightUntil, forgetAt, then of each limit its most and its milliseconds, or -1, and countedUntil. */
export const RESERVE = `
local id, now, amount, flight, forget = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local requests, requestsMs, flying, spend, spendMs = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9]), tonumber(ARGV[10])
local made, madeFirst, inFlight, spent, spentFirst, last = 0, now, 0, 0, now, forget
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
  local entry = cjson.decode(all[i + 1])
  if entry[4] <= now then
    redis.call('HDEL', KEYS[1], all[i])
  else
    if entry[4] > last then last = entry[4] end
    if requests >= 0 and entry[1] > now - requestsMs then made = made + 1; madeFirst = math.min(madeFirst, entry[1]) end
    if entry[3] > now then inFlight = inFlight + 1 end
    if spend >= 0 and entry[1] > now - spendMs then spent = spent + entry[2]; spentFirst = math.min(spentFirst, entry[1]) end
  end
end
if requests >= 0 and made + 1 > requests then return {'requests', madeFirst + requestsMs - now} end
if flying >= 0 and flight > 0 and inFlight + 1 > flying then return {'tasksInFlight', -1} end
if spend >= 0 and spent + amount > spend then return {'spend', spentFirst + spendMs - now} end
redis.call('HSET', KEYS[1], id, cjson.encode({now, amount, flight, forget, tonumber(ARGV[11])}))
redis.call('PEXPIRE', KEYS[1], math.max(1, last - now))
return {'ok', 0}
`;

/** KEYS[1] the subject · ARGV id, amount or an empty text. */
export const SETTLE = `
local found = redis.call('HGET', KEYS[1], ARGV[1])
if not found then return 0 end
local entry = cjson.decode(found)
entry[3] = 0
entry[4] = entry[5]
if ARGV[2] ~= '' then entry[2] = tonumber(ARGV[2]) end
redis.call('HSET', KEYS[1], ARGV[1], cjson.encode(entry))
return 1
`;

/** KEYS[1] the task · ARGV link, milliseconds. */
export const LINK = `
local first = redis.call('GET', KEYS[1])
if first then return first end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]
`;

export const LINKED = `return redis.call('GET', KEYS[1])`;

/** KEYS[1] the call · ARGV fingerprint, now, leaseUntil, milliseconds to keep it. */
export const BEGIN = `
local known = redis.call('HMGET', KEYS[1], 'fingerprint', 'lease', 'end')
if not known[1] then
  redis.call('HSET', KEYS[1], 'fingerprint', ARGV[1], 'lease', ARGV[3])
  redis.call('PEXPIRE', KEYS[1], ARGV[4])
  return {'new'}
end
if known[1] ~= ARGV[1] then return {'other'} end
if not known[3] then
  if tonumber(known[2]) > tonumber(ARGV[2]) then return {'running'} end
  return {'lost'}
end
if known[3] == 'lost' then return {'lost'} end
return {'done', known[3]}
`;

/** KEYS[1] the call · ARGV the end: the answer as JSON, lost or forget. */
export const END = `
if ARGV[1] == 'forget' then return redis.call('DEL', KEYS[1]) end
if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HSET', KEYS[1], 'end', ARGV[1]) end
return 1
`;
