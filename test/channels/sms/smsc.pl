#!/usr/bin/perl
# An SMSC of Net::SMPP for one session. Prints what is submitted as "submit <to> <esm_class> <data_coding> <hex> <text>", its
# text decoded by Encode and told as UTF-8 in hexadecimal; takes from standard input
#   deliver <from> <esm_class> <data_coding> <hex>   one deliver_sm as it is
#   say <from> <text>                                UTF-8 in hexadecimal, encoded here and cut into parts; printed as
#                                                    "said <status>" when all of it was answered
use strict;
use warnings;
use Encode qw(decode encode);
use IO::Select;
use Net::SMPP;

$| = 1;
my ($port) = @ARGV;
my $listener = Net::SMPP->new_listen('127.0.0.1', port => $port, smpp_version => 0x34) or die "no listener: $!";
print "listening\n";
my $smpp = $listener->accept or die "no connection: $!";
my $select = IO::Select->new($smpp, \*STDIN);
my $count = 0;
my $reference = 0;
my $worst = 0;
my %asked;

sub deliver {
  my ($from, $esm, $coding, $octets) = @_;
  $smpp->deliver_sm(source_addr => $from, source_addr_ton => 1, destination_addr => '10086', esm_class => $esm,
    data_coding => $coding, short_message => $octets, async => 1) or die "not delivered";
}

sub say_text {
  my ($from, $text) = @_;
  my $octets = encode('UTF-16BE', $text);
  if (length $octets <= 140) {
    $asked{deliver($from, 0, 8, $octets)} = 1;
    return;
  }
  my @parts = unpack '(a134)*', $octets;
  $reference = ($reference + 1) % 256;
  for my $number (1 .. @parts) {
    my $header = pack('C6', 5, 0, 3, $reference, scalar @parts, $number);
    $asked{deliver($from, 0x40, 8, $header . $parts[$number - 1])} = 1;
  }
}

while (my @ready = $select->can_read) {
  for my $handle (@ready) {
    if ($handle == \*STDIN) {
      my $line;
      # unbuffered, or select would not see what was read ahead
      while (sysread(STDIN, my $char, 1)) { last if $char eq "\n"; $line .= $char; }
      exit 0 unless defined $line;
      my ($what, $from, @rest) = split / /, $line;
      if ($what eq 'say') { say_text($from, decode('UTF-8', pack('H*', $rest[0]))); }
      else { deliver($from, $rest[0], $rest[1], pack('H*', $rest[2])); }
      next;
    }
    my $pdu = $smpp->read_pdu or exit 0;
    my $cmd = $pdu->cmd;
    if ($cmd == Net::SMPP::CMD_bind_transceiver) {
      print "bind $pdu->{system_id} $pdu->{password} $pdu->{interface_version}\n";
      $smpp->bind_transceiver_resp(seq => $pdu->seq, system_id => 'PERL') or die;
    } elsif ($cmd == Net::SMPP::CMD_submit_sm) {
      my $id = 'P' . ++$count;
      my $octets = $pdu->{short_message};
      my $words = substr $octets, $pdu->{esm_class} & 0x40 ? 1 + ord $octets : 0;
      print join(' ', 'submit', $pdu->{destination_addr}, $pdu->{esm_class}, $pdu->{data_coding}, unpack('H*', $octets),
        unpack('H*', encode('UTF-8', decode('UTF-16BE', $words)))), "\n";
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
      if (delete $asked{$pdu->seq}) {
        $worst ||= $pdu->{status};
        if (!%asked) { print "said $worst\n"; $worst = 0; }
      }
    }
  }
}
