package server

// NewTLS is for tests that cannot shake hands: with no descriptor free there is no connection.
var NewTLS = newTLS
