--[[
  Notes how far the log was delivered, never back and never beyond its end. The first call makes the conversation one
  that is pushed; it may come before the first message.

  KEYS[1] meta   hash: end, epoch, until, delivered, state
  KEYS[2] inbox  list
  ARGV[1] position after the last delivered entry
  ARGV[2] milliseconds an idle conversation is kept, for one that begins here

  Result 1 when the inbox is empty and nothing waits for delivery, else 0
]]
local known = redis.call('EXISTS', KEYS[1]) == 1
local meta = redis.call('HMGET', KEYS[1], 'end', 'delivered')
local last = tonumber(meta[1] or 0)
local delivered = math.max(tonumber(meta[2] or 0), math.min(tonumber(ARGV[1]), last))
redis.call('HSET', KEYS[1], 'delivered', delivered)
if not known then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
if redis.call('EXISTS', KEYS[2]) == 1 or delivered < last then return 0 end
return 1
