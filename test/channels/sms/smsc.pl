#!/usr/bin/perl
# An SMSC of Net::SMPP for one session. Prints what is submitted as "submit <to> <esm_class> <data_coding> <hex>"; takes
# "deliver <from> <esm_class> <data_coding> <hex>" from standard input.
use strict;
use warnings;
use IO::Select;
use Net::SMPP;

$| = 1;
my ($port) = @ARGV;
my $listener = Net::SMPP->new_listen('127.0.0.1', port => $port, smpp_version => 0x34) or die "no listener: $!";
print "listening\n";
my $smpp = $listener->accept or die "no connection: $!";
my $select = IO::Select->new($smpp, \*STDIN);
my $count = 0;
while (my @ready = $select->can_read) {
  for my $handle (@ready) {
    if ($handle == \*STDIN) {
      my $line;
      # unbuffered, or select would not see what was read ahead
      while (sysread(STDIN, my $char, 1)) { last if $char eq "\n"; $line .= $char; }
      exit 0 unless defined $line;
      my (undef, $from, $esm, $coding, $hex) = split / /, $line;
      $smpp->deliver_sm(source_addr => $from, source_addr_ton => 1, destination_addr => '10086', esm_class => $esm,
        data_coding => $coding, short_message => pack('H*', $hex), async => 1) or die "not delivered";
      next;
    }
    my $pdu = $smpp->read_pdu or exit 0;
    my $cmd = $pdu->cmd;
    if ($cmd == Net::SMPP::CMD_bind_transceiver) {
      print "bind $pdu->{system_id} $pdu->{password} $pdu->{interface_version}\n";
      $smpp->bind_transceiver_resp(seq => $pdu->seq, system_id => 'PERL') or die;
    } elsif ($cmd == Net::SMPP::CMD_submit_sm) {
      my $id = 'P' . ++$count;
      print join(' ', 'submit', $pdu->{destination_addr}, $pdu->{esm_class}, $pdu->{data_coding},
        unpack('H*', $pdu->{short_message})), "\n";
      $smpp->deliver_sm(source_addr => $pdu->{destination_addr}, destination_addr => $pdu->{source_addr}, esm_class => 4,
        short_message => "id:$id sub:001 dlvrd:001 submit date:2611221000 done date:2611221000 stat:DELIVRD err:000 text:",
        async => 1) if $count % 2;
      $smpp->submit_sm_resp(seq => $pdu->seq, message_id => $id) or die;
    } elsif ($cmd == Net::SMPP::CMD_enquire_link) {
      print "enquire\n";
      $smpp->enquire_link_resp(seq => $pdu->seq) or die;
    } elsif ($cmd == Net::SMPP::CMD_unbind) {
      print "unbind\n";
      $smpp->unbind_resp(seq => $pdu->seq);
      exit 0;
    } elsif ($cmd == Net::SMPP::CMD_deliver_sm_resp) {
      print "delivered $pdu->{status}\n";
    }
  }
}
