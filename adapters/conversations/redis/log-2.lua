--[[
  Reads the log from a position on.

  KEYS[1] meta   hash: end, epoch, until, delivered, state
  KEYS[2] log    list of sealed activities; the last one has position end - 1
  ARGV[1] first position wanted
  ARGV[2] entries at most, 0 for all

  Result nil for an unknown conversation, else { position of the first entry, end, { entries } }
]]
if redis.call('EXISTS', KEYS[1]) == 0 then return false end
local last = tonumber(redis.call('HGET', KEYS[1], 'end') or 0)
local base = last - redis.call('LLEN', KEYS[2])
local skip = math.max(tonumber(ARGV[1]) - base, 0)
local limit = tonumber(ARGV[2])
return { base + skip, last, redis.call('LRANGE', KEYS[2], skip, limit > 0 and skip + limit - 1 or -1) }
