// Each script touches one key, so that it also runs on a cluster, and Redis runs it as a whole: nobody sees it half done.

/** KEYS[1] the subject · ARGV id, now, amount, inFlightUntil, forgetAt, then of each limit its most and its milliseconds, or -1, and countedUntil. */
export const RESERVE = `
local id, now, amount, flight, forget = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local requests, requestsMs, flying, spend, spendMs = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9]), tonumber(ARGV[10])
if redis.call('HEXISTS', KEYS[1], id) == 1 then return {'ok', 0} end
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

/** KEYS[1] the subject · ARGV since. */
export const SPENT = `
local spent = 0
for _, entry in ipairs(redis.call('HVALS', KEYS[1])) do
  local decoded = cjson.decode(entry)
  if decoded[1] > tonumber(ARGV[1]) then spent = spent + decoded[2] end
end
return tostring(spent)
`;

/** KEYS[1] the task · ARGV link, milliseconds. */
export const LINK = `
local first = redis.call('GET', KEYS[1])
if first then return first end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]
`;

export const LINKED = `return redis.call('GET', KEYS[1])`;

/** KEYS[1] the call · ARGV fingerprint, owner, now, leaseUntil, milliseconds to keep it, 1 when what was begun can be found, 1 when only what is known is wanted. */
export const BEGIN = `
local known = redis.call('HMGET', KEYS[1], 'fingerprint', 'first', 'lease', 'end', 'unfindable')
if not known[1] then
  if ARGV[7] == '1' then return {'absent'} end
  redis.call('HSET', KEYS[1], 'fingerprint', ARGV[1], 'first', ARGV[2], 'owner', ARGV[2], 'lease', ARGV[4])
  if ARGV[6] ~= '1' then redis.call('HSET', KEYS[1], 'unfindable', '1') end
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
  return {'new'}
end
if known[1] ~= ARGV[1] then return {'other'} end
if known[4] == 'lost' then return {'lost'} end
if known[4] then return {'done', known[4]} end
if tonumber(known[3]) > tonumber(ARGV[3]) then return {'running'} end
if ARGV[6] ~= '1' or known[5] then return {'lost'} end
redis.call('HSET', KEYS[1], 'owner', ARGV[2], 'lease', ARGV[4])
return {'abandoned', known[2]}
`;

/** KEYS[1] the call · ARGV owner, leaseUntil, 1 when what was begun can be found. */
export const RENEW = `
local known = redis.call('HMGET', KEYS[1], 'owner', 'end')
if known[1] ~= ARGV[1] or known[2] then return 0 end
redis.call('HSET', KEYS[1], 'lease', ARGV[2])
if ARGV[3] ~= '1' then redis.call('HSET', KEYS[1], 'unfindable', '1') end
return 1
`;

/** KEYS[1] the call · ARGV owner, the end: the answer as JSON, lost, abandoned or forget. */
export const END = `
local owner = redis.call('HGET', KEYS[1], 'owner')
if not owner then return 0 end
local word = ARGV[2] == 'lost' or ARGV[2] == 'abandoned' or ARGV[2] == 'forget'
if word and owner ~= ARGV[1] then return 0 end
if ARGV[2] == 'forget' then return redis.call('DEL', KEYS[1]) end
if ARGV[2] == 'abandoned' then return redis.call('HSET', KEYS[1], 'lease', '0') end
redis.call('HSET', KEYS[1], 'end', ARGV[2])
return 1
`;

/**
 * KEYS[1] the user's news · ARGV task, at, 1 when it has ended, the event as JSON, milliseconds to keep
 * it all, ended before which and begun before which nobody asks, channel. What has ended does not go back.
 */
export const PUBLISH = `
local field = 't:' .. ARGV[1]
local known = redis.call('HGET', KEYS[1], field)
if known and ARGV[3] == '0' and string.match(known, '^%d+ (%d)') == '1' then return 0 end
redis.call('HSET', KEYS[1], field, ARGV[2] .. ' ' .. ARGV[3] .. ' ' .. ARGV[4])
if redis.call('HLEN', KEYS[1]) > 32 then
  local all = redis.call('HGETALL', KEYS[1])
  for i = 1, #all, 2 do
    local at, ended = string.match(all[i + 1], '^(%d+) (%d) ')
    if at and string.sub(all[i], 1, 2) == 't:' and tonumber(at) < tonumber(ended == '1' and ARGV[6] or ARGV[7]) then
      redis.call('HDEL', KEYS[1], all[i])
    end
  end
end
local count = redis.call('HINCRBY', KEYS[1], 'count', 1)
redis.call('PEXPIRE', KEYS[1], ARGV[5])
redis.call('PUBLISH', ARGV[8], count .. ' ' .. ARGV[4])
return count
`;

/** KEYS[1] the user's news. The count, then each event. */
export const EVENTS = `
local found = {redis.call('HGET', KEYS[1], 'count') or '0'}
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
  if string.sub(all[i], 1, 2) == 't:' then table.insert(found, string.match(all[i + 1], '^%d+ %d (.*)$')) end
end
return found
`;

/** KEYS[1] the user's news · ARGV owner, now, until, milliseconds to keep it all. */
export const LEAD = `
local known = redis.call('HMGET', KEYS[1], 'lead', 'until', 'count')
local count = known[3] or '0'
if known[1] and known[1] ~= ARGV[1] and tonumber(known[2]) > tonumber(ARGV[2]) then return {0, count} end
redis.call('HSET', KEYS[1], 'lead', ARGV[1], 'until', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return {1, count}
`;

/** KEYS[1] the user's news · ARGV owner, channel. */
export const RESIGN = `
if redis.call('HGET', KEYS[1], 'lead') ~= ARGV[1] then return 0 end
redis.call('HDEL', KEYS[1], 'lead', 'until')
redis.call('PUBLISH', ARGV[2], 'resigned')
return 1
`;

/** KEYS[1] the task · ARGV who it belongs to, milliseconds. */
export const OWN = `return redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])`;
