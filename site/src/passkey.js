(function(d,w,n){
var f=d.querySelector('form[data-ask]'),b,out,code,hash=/^#([^.]+(?:\.[^.]+)*)\.([0-9A-Z]+)$/.exec(decodeURIComponent(w.location.hash));
if(!f)return;
b=f.querySelector('button');out=d.getElementById('out');
function say(text){out.textContent=text;out.hidden=false;b.disabled=false;out.focus()}
function told(name){return f.getAttribute('data-'+name)}
if(!w.PublicKeyCredential||!n.credentials)return say(told('none'));
d.getElementById('without').hidden=true;b.hidden=false;
code=f.elements.code;
if(code&&hash){f.elements.officer.value=hash[1];code.value=hash[2];w.history.replaceState(null,'',w.location.pathname+w.location.search)}
function bytes(text){
var raw=w.atob(text.replace(/-/g,'+').replace(/_/g,'/')),all=new Uint8Array(raw.length),i;
for(i=0;i<raw.length;i++)all[i]=raw.charCodeAt(i);
return all
}
function text(buffer){
var all=new Uint8Array(buffer),raw='',i;
for(i=0;i<all.length;i++)raw+=String.fromCharCode(all[i]);
return w.btoa(raw).replace(/\+/g,'-').replace(/\//g,'_').replace(/=+$/,'')
}
function named(list){(list||[]).forEach(function(one){one.id=bytes(one.id)})}
function asked(answer){
var p=answer.publicKey;
f.elements.question.value=answer.question;
p.challenge=bytes(p.challenge);named(p.allowCredentials);named(p.excludeCredentials);
if(p.user)p.user.id=bytes(p.user.id);
(p.user?n.credentials.create({publicKey:p}):n.credentials.get({publicKey:p})).then(function(made){
var r=made.response,o={id:made.id,rawId:text(made.rawId),type:made.type,response:{},extensions:{}};
['clientDataJSON','attestationObject','authenticatorData','signature','userHandle'].forEach(function(k){if(r[k])o.response[k]=text(r[k])});
f.elements.answer.value=JSON.stringify(o);
f.submit()
})['catch'](function(){say(told('stopped'))})
}
f.addEventListener('submit',function(e){
var x=new XMLHttpRequest(),sent=[];
e.preventDefault();b.disabled=true;out.hidden=true;
['officer','code'].forEach(function(k){if(f.elements[k])sent.push(k+'='+encodeURIComponent(f.elements[k].value))});
x.open('POST',told('ask'));
x.setRequestHeader('accept','application/json');
x.setRequestHeader('content-type','application/x-www-form-urlencoded');
x.onerror=function(){say(told('away'))};
x.onload=function(){
var answer=null;
try{answer=JSON.parse(x.responseText)}catch(no){}
if(answer&&x.status===200)asked(answer);else say(answer&&answer.title||told('away'))
};
x.send(sent.join('&'))
});
})(document,window,navigator);
