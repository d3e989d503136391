--[[
  Takes the lease when messages wait, or replies that are still to be pushed, and nobody holds it; hands the messages
  over with the state.

  KEYS[1] meta   hash: end, epoch, until, delivered, state
  KEYS[2] inbox  list of "<sealed>\n<message id>", oldest first
  ARGV[1] milliseconds of the lease, by this server's clock
  ARGV[2] most messages handed over

  The epoch grows with every lease. It starts from the clock, so that it does not begin anew when a conversation has
  expired and comes back.
  Result { 'idle' } | { 'busy', milliseconds left } | { 'work', epoch, state or nil, { entries of the inbox } }
]]
local waiting = redis.call('LRANGE', KEYS[2], 0, tonumber(ARGV[2]) - 1)
local meta = redis.call('HMGET', KEYS[1], 'epoch', 'until', 'state', 'delivered', 'end')
local pushing = meta[4] and tonumber(meta[4]) < tonumber(meta[5] or 0)
if #waiting == 0 and not pushing then return { 'idle' } end

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local left = tonumber(meta[2] or 0) - now
if left > 0 then return { 'busy', left } end

local epoch = string.format('%.0f', math.max(tonumber(meta[1] or 0) + 1, now))
redis.call('HSET', KEYS[1], 'epoch', epoch, 'until', string.format('%.0f', now + tonumber(ARGV[1])))
return { 'work', epoch, meta[3], waiting }
