// Each of these touches one key, so that it also runs on a cluster, and Redis runs it as a whole: nobody sees it half done.

/** The milliseconds by which all instances go: Redis's own, unless a test gives others. */
export const CLOCK = `
local function clock(given)
  if given ~= '' then return tonumber(given) end
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
`;

/** KEYS[1] the task · ARGV link, milliseconds. */
export const LINK = `
local first = redis.call('GET', KEYS[1])
if first then return first end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]
`;

export const LINKED = `return redis.call('GET', KEYS[1])`;

/** KEYS[1] the call · ARGV fingerprint, owner, now or an empty text, milliseconds of the lease, milliseconds to keep it, 1 when what was begun can be found, 1 when only what is known is wanted. */
export const BEGIN = `${CLOCK}
local now = clock(ARGV[3])
local lease = now + tonumber(ARGV[4])
local known = redis.call('HMGET', KEYS[1], 'fingerprint', 'first', 'lease', 'end', 'unfindable')
if not known[1] then
  if ARGV[7] == '1' then return {'absent'} end
  redis.call('HSET', KEYS[1], 'fingerprint', ARGV[1], 'first', ARGV[2], 'owner', ARGV[2], 'lease', lease)
  if ARGV[6] ~= '1' then redis.call('HSET', KEYS[1], 'unfindable', '1') end
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
  return {'new'}
end
if known[1] ~= ARGV[1] then return {'other'} end
if known[4] == 'lost' then return {'lost'} end
if known[4] then return {'done', known[4]} end
if tonumber(known[3]) > now then return {'running'} end
if ARGV[6] ~= '1' or known[5] then return {'lost'} end
redis.call('HSET', KEYS[1], 'owner', ARGV[2], 'lease', lease)
return {'abandoned', known[2]}
`;

/** KEYS[1] the call · ARGV owner, now or an empty text, milliseconds of the lease, 1 when what was begun can be found. */
export const RENEW = `${CLOCK}
local known = redis.call('HMGET', KEYS[1], 'owner', 'end')
if known[1] ~= ARGV[1] or known[2] then return 0 end
redis.call('HSET', KEYS[1], 'lease', clock(ARGV[2]) + tonumber(ARGV[3]))
if ARGV[4] ~= '1' then redis.call('HSET', KEYS[1], 'unfindable', '1') end
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
 * KEYS[1] the user's news · ARGV task, now or an empty text, 1 when it has ended, the event as JSON,
 * milliseconds to keep it all, milliseconds for which one that has ended is asked for, channel. What
 * has ended does not go back.
 */
export const PUBLISH = `${CLOCK}
local now = clock(ARGV[2])
local field = 't:' .. ARGV[1]
local known = redis.call('HGET', KEYS[1], field)
if known and ARGV[3] == '0' and string.match(known, '^%d+ (%d)') == '1' then return 0 end
redis.call('HSET', KEYS[1], field, now .. ' ' .. ARGV[3] .. ' ' .. ARGV[4])
if redis.call('HLEN', KEYS[1]) > 32 then
  local all = redis.call('HGETALL', KEYS[1])
  for i = 1, #all, 2 do
    local at, ended = string.match(all[i + 1], '^(%d+) (%d) ')
    if at and string.sub(all[i], 1, 2) == 't:' and now - tonumber(at) > tonumber(ended == '1' and ARGV[6] or ARGV[5]) then
      redis.call('HDEL', KEYS[1], all[i])
    end
  end
end
local count = redis.call('HINCRBY', KEYS[1], 'count', 1)
redis.call('PEXPIRE', KEYS[1], ARGV[5])
redis.call('PUBLISH', ARGV[7], count .. ' ' .. ARGV[4])
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

/** KEYS[1] the user's news · ARGV owner, now or an empty text, milliseconds of the lease, milliseconds to keep it all. */
export const LEAD = `${CLOCK}
local now = clock(ARGV[2])
local known = redis.call('HMGET', KEYS[1], 'lead', 'until', 'count')
local count = known[3] or '0'
if known[1] and known[1] ~= ARGV[1] and tonumber(known[2]) > now then return {0, count} end
redis.call('HSET', KEYS[1], 'lead', ARGV[1], 'until', now + tonumber(ARGV[3]))
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

/** KEYS[1] any key, which chooses the shard. What Redis says of its memory and of what it keeps. */
export const SETTINGS = `return {redis.call('INFO', 'memory'), redis.call('INFO', 'persistence')}`;
